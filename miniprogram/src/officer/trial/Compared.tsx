import { Box, Card, Chip, classes, Heading, Words } from '@/components';
import { Because } from '../desk/Because';
import { linesOf, type Explanation, type Line } from '../verdict/lines';

interface Place {
  /** 济南 */
  name: string;
  explanation: Explanation;
}

interface ComparedProps {
  places: readonly Place[];
  /** Worked out anew at this moment. */
  working: boolean;
}

/** What two plans say of the same elder, line by line: side by side where there is room, one below the other where not. */
export function Compared({ places, working }: ComparedProps) {
  const columns = places.map(({ name, explanation }) => ({ name, lines: linesOf(explanation) }));
  const [first] = columns;
  return (
    <Box className="compared" aria={{ busy: working }}>
      {first?.lines.map(({ key, name }, row) => {
        const cells = columns.map((column) => ({ name: column.name, line: column.lines[row]! }));
        return <Compare key={key} name={name} cells={cells} />;
      })}
    </Box>
  );
}

function Compare({ name, cells }: { name: string; cells: readonly { name: string; line: Line }[] }) {
  const differ = isDifferent(cells.map(({ line }) => line));
  return (
    <Card className={classes('compare', differ && 'compare--differ')}>
      <Box className="compare__head">
        <Heading level={3}>{name}</Heading>
        {cells.length > 1 && differ && (
          <Chip meaning="owed" icon="help">
            不一样
          </Chip>
        )}
      </Box>
      <Box className="compare__cells">
        {cells.map(({ name: place, line }, index) => (
          <Box key={index} className="compare__cell">
            <Words className="note">{place}</Words>
            <Box className="compare__value">{line.value}</Box>
            {line.parts.map(({ word, because }) => (
              <Box key={word} className="stack stack--tight">
                {line.parts.length > 1 && <Words className="strong">{word}</Words>}
                <Because citations={because} />
              </Box>
            ))}
          </Box>
        ))}
      </Box>
    </Card>
  );
}

/** In what holds, not in the grounds: those are of two plans. */
export function isDifferent(lines: readonly Line[]): boolean {
  return lines.some(({ value }) => value !== lines[0]!.value);
}
