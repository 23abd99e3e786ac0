import { type FigureTable } from './tables';

/** The figures of a chart as text. Wide ones scroll in their own frame, which the keyboard can reach. */
export function FigureTableView({ table }: { readonly table: FigureTable }) {
  return (
    <div
      className="preau-results__table"
      role="region"
      aria-label={`Tableau\u00a0: ${table.caption}`}
      // A frame that scrolls must take the focus, or those without a mouse could not read its end.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className="preau-table">
        <caption>
          {table.caption}
          <span className="fr-hint-text">Parts&nbsp;: des personnes à qui la question a été posée.</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{table.corner}</th>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.lines.map(({ key, label, cells }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {cells.map((cell, index) => (
                <td key={table.columns[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
