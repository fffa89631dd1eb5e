import type { SubmitEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Button } from '@/ui/button/Button';
import { ButtonLink } from '@/ui/button/ButtonLink';
import { SelectField } from '@/ui/form/SelectField';
import { TextField } from '@/ui/form/TextField';
import type { Filter } from './filter';
import styles from './FilterForm.module.css';

const inputProps = {
  search: { type: 'search', spellCheck: false },
  text: { type: 'text', spellCheck: false },
  id: { type: 'text', inputMode: 'numeric', pattern: '[0-9]*', title: 'A number' },
  date: { type: 'date' },
} as const;

function FilterField({ filter, value }: { filter: Filter; value: string }) {
  const { name, label, hint, minLength } = filter;
  const common = { name, label, defaultValue: value, ...(hint === undefined ? {} : { hint }) };
  if (filter.kind === 'choice') return <SelectField {...common} options={filter.options} />;
  return <TextField {...common} {...inputProps[filter.kind]} minLength={minLength} autoComplete="off" />;
}

/**
 * The filters of a list. They are in the address, so that it can be kept and sent.
 *
 * @param values what filters without a value in the address show
 */
export function FilterForm({
  label,
  filters,
  values = {},
  action = 'Filter',
}: {
  label: string;
  filters: Filter[];
  values?: Record<string, string>;
  action?: string;
}) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const isSet = filters.some(({ name }) => search.get(name));
  const show = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new URLSearchParams();
    new FormData(event.currentTarget).forEach((value, name) => {
      if (typeof value === 'string' && value.trim()) chosen.set(name, value.trim());
    });
    void navigate({ search: chosen.toString() });
  };
  return (
    // The fields start again from the address, also after the back button.
    <form key={search.toString()} role="search" aria-label={label} className={styles.filters} onSubmit={show}>
      {filters.map((filter) => (
        <div key={filter.name} className={filter.kind === 'search' ? styles.wide : undefined}>
          <FilterField filter={filter} value={search.get(filter.name) ?? values[filter.name] ?? ''} />
        </div>
      ))}
      <div className={styles.actions}>
        <Button type="submit">{action}</Button>
        {isSet && (
          <ButtonLink variant="quiet" to="?">
            Clear filters
          </ButtonLink>
        )}
      </div>
    </form>
  );
}
