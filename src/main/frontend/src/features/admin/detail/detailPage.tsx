import type { ComponentType } from 'react';
import { useParams } from 'react-router';
import type { TypedDocumentNode } from 'urql';
import { usePage } from '@/api/usePage';
import { adminPage, type AdminPage } from '@/features/admin/frame/adminPage';
import { AdminBody } from '@/features/admin/frame/AdminBody';
import { AdminHead } from '@/features/admin/frame/AdminHead';
import { TextsButton } from '@/features/admin/texts/TextsButton';
import { useTexts } from '@/features/admin/texts/useTexts';
import { nothingHere } from '@/ui/page/pageTexts';

type Detail<Data, Details> = {
  query: TypedDocumentNode<Data, { id: string; texts: boolean }>;
  /** The parameter of the path with the id. */
  param: string;
  details: (data: Data) => Details | null | undefined;
  /** Says why there can be nothing to show. */
  missing: string;
  title: (details: Details) => string;
  /** Names what is read with `texts`. */
  texts: string;
  Details: ComponentType<{ details: Details }>;
};

/** A page with everything around one record. */
export function detailPage<Data, Details>(detail: Detail<Data, Details>): AdminPage {
  const idOf = (params: Readonly<Record<string, string | undefined>>) => params[detail.param] ?? '';
  const { Details } = detail;

  function DetailPage() {
    const id = idOf(useParams());
    const data = usePage(detail.query, { id, texts: false });
    const texts = useTexts(detail.query, { id, texts: true });
    const details = detail.details(texts.data ?? data);
    const exists = details !== null && details !== undefined;
    return (
      <>
        <AdminHead title={exists ? detail.title(details) : nothingHere} />
        {/* Also says what has changed after a correction that deletes the record. */}
        <AdminBody onCorrected={texts.hide}>
          {exists ? (
            <>
              <TextsButton what={detail.texts} texts={texts} />
              <Details details={details} />
            </>
          ) : (
            <p>{detail.missing}</p>
          )}
        </AdminBody>
      </>
    );
  }

  return adminPage({
    query: detail.query,
    variables: ({ params }) => ({ id: idOf(params), texts: false }),
    Component: DetailPage,
  });
}
