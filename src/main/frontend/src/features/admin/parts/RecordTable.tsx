import { DataTable, type Column } from '@/ui/table/DataTable';

/**
 * A table of records. What members wrote, and who wrote it, has columns of its own.
 *
 * @param texts the columns with texts and authors
 * @param areTextsRead whether the record has its texts
 */
export function RecordTable<Row extends { id: string }>(props: {
  caption: string;
  rows: Row[];
  empty: string;
  columns: Column<Row>[];
  texts: Column<Row>[];
  areTextsRead: (row: Row) => boolean;
}) {
  const { caption, rows, empty, columns, texts, areTextsRead } = props;
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
      columns={rows.some(areTextsRead) ? [...columns, ...texts] : columns}
    />
  );
}
