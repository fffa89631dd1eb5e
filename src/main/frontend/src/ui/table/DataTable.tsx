import type { Key, ReactNode } from 'react';
import { className } from '@/lib/className';
import layout from '@/ui/layout/layout.module.css';
import { EmptyState } from '@/ui/message/EmptyState';
import styles from './DataTable.module.css';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Aligned at the end, so that digits stand below each other. */
  numeric?: boolean;
};

/** A table. Where it is too narrow for columns, its rows become blocks. The first column names the row. */
export function DataTable<Row>(props: {
  /** Names the table for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => Key;
  /** In place of a table without rows. */
  empty: ReactNode;
}) {
  const { columns } = props;
  if (props.rows.length === 0) {
    return typeof props.empty === 'string' ? <EmptyState>{props.empty}</EmptyState> : props.empty;
  }
  return (
    <div className={styles.container}>
      <table className={styles.table}>
        <caption className={layout.hidden}>{props.caption}</caption>
        <thead className={styles.head}>
          <tr>
            {columns.map(({ key, header, numeric }) => (
              <th key={key} scope="col" className={className(styles.header, numeric && styles.numeric)}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.body}>
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)} className={styles.row}>
              {columns.map(({ key, header, cell, numeric }, column) => {
                const Cell = column === 0 ? 'th' : 'td';
                return (
                  <Cell
                    key={key}
                    scope={column === 0 ? 'row' : undefined}
                    data-label={header}
                    className={className(styles.cell, numeric && styles.numeric)}
                  >
                    {/* One box for the value, beside its label on a phone. */}
                    <div>{cell(row)}</div>
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
