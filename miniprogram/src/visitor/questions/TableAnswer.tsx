import type { Column, Scalar, TableField, TableRow } from '@tanfang/shared';
import { Box, Button, Card, Choice, TextField, Words } from '@/components';
import { LastWords } from './LastWords';
import { numberOrText } from './number-text';
import { columnsFor, toOptions } from './options';
import { useQuestionnaire } from './questionnaire';

const isRows = (value: unknown): value is TableRow[] => Array.isArray(value) && typeof value[0] !== 'string';

/** A table of the sheet, one card for each of its rows: on a phone its columns would not fit side by side. */
export function TableAnswer({ field }: { field: TableField }) {
  const { answers, answer } = useQuestionnaire();
  const value = answers[field.id];
  const rows = isRows(value) ? value : [];
  const put = (next: TableRow[]) => answer(field.id, next.length === 0 ? undefined : next);
  return (
    <Box className="stack">
      <LastWords field={field} />
      {rows.map((row, index) => (
        <Card key={index}>
          <Box className="stack">
            <Box className="line line--apart">
              <Words className="h4">第 {index + 1} 行</Words>
              <Button
                tone="quiet"
                small
                icon="trash"
                label={`去掉第 ${index + 1} 行`}
                onPress={() => put(rows.filter((_, each) => each !== index))}
              >
                去掉
              </Button>
            </Box>
            {field.columns.map((column) => (
              <Cell
                key={column.id}
                column={column}
                value={row[column.id]}
                onChange={(cell) =>
                  put(rows.map((each, at) => (at === index ? withCell(each, column.id, cell) : each)))
                }
              />
            ))}
          </Box>
        </Card>
      ))}
      {rows.length < field.maxRows && (
        <Button tone="line" icon="plus" wide onPress={() => put([...rows, {}])}>
          {rows.length === 0 ? '添一行' : '再添一行'}
        </Button>
      )}
    </Box>
  );
}

/** An empty cell is left out, as the sheet would leave it blank. */
function withCell(row: TableRow, id: string, cell: Scalar | undefined): TableRow {
  const { [id]: _, ...rest } = row;
  return cell === undefined ? rest : { ...rest, [id]: cell };
}

interface CellProps {
  column: Column;
  value: Scalar | undefined;
  onChange: (value: Scalar | undefined) => void;
}

function Cell({ column, value, onChange }: CellProps) {
  if (column.type === 'choice') {
    return (
      <Box>
        <Words className="field__label">{column.label}</Words>
        <Choice
          label={column.label}
          options={toOptions(column.options)}
          columns={columnsFor(column.options)}
          value={typeof value === 'string' ? value : null}
          onChange={(code) => onChange(code === value && !column.required ? undefined : code)}
        />
      </Box>
    );
  }
  const read = (typed: string) => (column.type === 'number' ? numberOrText(typed) : typed === '' ? undefined : typed);
  return (
    <TextField
      kind={column.type === 'text' ? 'text' : column.type}
      label={column.label}
      value={value === undefined ? '' : String(value)}
      {...(column.type === 'text' ? { maxLength: column.maxLength } : {})}
      onChange={(typed) => onChange(read(typed))}
    />
  );
}
