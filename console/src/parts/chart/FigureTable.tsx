/** A plain table of figures, the first column naming the row; wider than its place it is moved sideways, by the keyboard too. */
export function FigureTable(props: {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  return (
    <div className="chart-scroll" tabIndex={0} role="region" aria-label={props.title}>
      <table>
        <thead>
          <tr>
            {props.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(([name = "", ...cells], place) => (
            <tr key={`${name}${place}`}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={`${column}`}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
