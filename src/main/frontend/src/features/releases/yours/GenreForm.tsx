import { useActionState } from 'react';
import { useRevalidator } from 'react-router';
import { useMutation } from 'urql';
import { formResult } from '@/api/formResult';
import { graphql } from '@/api/gql';
import type { Genre } from '@/api/gql/graphql';
import { releaseGenres } from '@/features/releases/list/releaseFilters';
import { untouched, type FormState } from '@/lib/formState';
import { oneOf } from '@/lib/listVariables';
import { ActionForm } from '@/ui/form/ActionForm';
import { Checkbox } from '@/ui/form/Checkbox';
import { SubmitButton } from '@/ui/form/SubmitButton';
import { StatusRegion } from '@/ui/message/StatusRegion';
import styles from './GenreForm.module.css';

const ChooseGenresMutation = graphql(`
  mutation ChooseGenres($genres: [Genre!]!) {
    chooseGenres(genres: $genres) {
      success
      error
      userErrors {
        code
        message
        argument
      }
    }
  }
`);

/** The genres whose releases the member wants to see. */
export function GenreForm({ chosen }: { chosen: readonly Genre[] }) {
  const [, choose] = useMutation(ChooseGenresMutation);
  const { revalidate } = useRevalidator();
  const [state, send] = useActionState(async (_: FormState, form: FormData) => {
    const genres = form
      .getAll('genres')
      .flatMap((value) => (typeof value === 'string' ? (oneOf(releaseGenres, value) ?? []) : []));
    const { error, data } = await choose({ genres });
    const next = formResult(error, data?.chooseGenres);
    if (next.done) await revalidate();
    return next;
  }, untouched);
  return (
    <ActionForm state={state} onAction={send}>
      <fieldset className={styles.genres}>
        <legend className={styles.legend}>Your genres</legend>
        {Object.entries(releaseGenres).map(([genre, label]) => (
          <Checkbox
            key={genre}
            name="genres"
            value={genre}
            label={label}
            defaultChecked={chosen.some((each) => each === genre)}
          />
        ))}
      </fieldset>
      <div className={styles.end}>
        <SubmitButton variant="plain" busyLabel="Saving">
          Save genres
        </SubmitButton>
        <StatusRegion>{state.done && 'Saved.'}</StatusRegion>
      </div>
    </ActionForm>
  );
}
