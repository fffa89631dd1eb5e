import { useRef, useState, type KeyboardEvent } from 'react';
import { className } from '@/lib/className';
import { Optional } from '@/ui/form/Optional';
import { TextField } from '@/ui/form/TextField';
import layout from '@/ui/layout/layout.module.css';
import { StatusRegion } from '@/ui/message/StatusRegion';
import { ChosenReferences } from './ChosenReferences';
import { FoundReleases } from './FoundReleases';
import { MOST_REFERENCES, type Reference } from './reference';

/** What the arrow keys move between. */
const STEPS = 'input, [aria-pressed]';

/** Chooses the releases beside which the track should sit. Part of the form of a request. */
export function ReferencePicker(props: {
  /** The argument of the mutation, to which its errors belong. */
  name: string;
  chosen: readonly Reference[];
  onChange: (chosen: Reference[]) => void;
}) {
  const { chosen, onChange } = props;
  const [search, setSearch] = useState('');
  const [news, setNews] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const change = (next: Reference[], happened: string) => {
    onChange(next);
    setNews(`${happened} ${next.length} of ${MOST_REFERENCES} chosen.`);
  };
  const remove = (release: Reference) => {
    change(
      chosen.filter(({ id }) => id !== release.id),
      'Removed.',
    );
  };
  const toggle = (release: Reference) => {
    if (chosen.some(({ id }) => id === release.id)) remove(release);
    else if (chosen.length < MOST_REFERENCES) change([...chosen, release], 'Added.');
    else setNews(`${MOST_REFERENCES} are chosen. Remove one of them first.`);
  };
  const step = (event: KeyboardEvent<HTMLDivElement>) => {
    // Enter in the search would send the whole form.
    if (event.key === 'Enter' && event.target === field.current) event.preventDefault();
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    const steps = [...event.currentTarget.querySelectorAll<HTMLElement>(STEPS)];
    const next = steps[steps.findIndex((each) => each === event.target) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div className={layout.stackTight}>
      {/* The keys are those of the controls inside. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={layout.stackTight} onKeyDown={step}>
        <TextField
          ref={field}
          name={props.name}
          type="search"
          label={
            <>
              What should it sit beside? <Optional />
            </>
          }
          hint="Up to 3 releases as references for your group. Search for a name or an artist with at least 3 letters."
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
          }}
        />
        <FoundReleases search={search.trim()} chosen={chosen} onToggle={toggle} />
      </div>
      <ChosenReferences
        chosen={chosen}
        onMove={(next, place) => {
          change(next, `Moved to place ${place}.`);
        }}
        onRemove={(release) => {
          remove(release);
          // The button that was pressed is gone.
          field.current?.focus();
        }}
      />
      <StatusRegion>{news && <p className={className(layout.small, layout.soft)}>{news}</p>}</StatusRegion>
    </div>
  );
}
