import { useState } from 'react';
import { Box, Button, Card, Chip, classes, Heading, Words } from '@/components';
import { Because } from '../desk/Because';
import { linesOf, type Explanation, type Line } from '../verdict/lines';

export interface ComparedPlace {
  /** 济南 */
  name: string;
  /** Full name and date of its plan. */
  document: string;
  explanation: Explanation;
}

interface ComparedProps {
  places: readonly ComparedPlace[];
  /** Worked out anew at this moment. */
  working: boolean;
}

type Cell = { place: string; line: Line };

/** What two plans say of the same elder, line by line, side by side. */
export function Compared({ places, working }: ComparedProps) {
  const columns = places.map(({ name, explanation }) => ({ name, lines: linesOf(explanation) }));
  const keys = columns[0]?.lines.map(({ key }) => key) ?? [];
  return (
    <Card>
      <Box className="compared" aria={{ busy: working }}>
        <Box className="compare compare--head">
          <Box className="compare__name" />
          <Values>
            {places.map(({ name, document }) => (
              <Box key={name}>
                <Heading level={3} as={2}>
                  {name}
                </Heading>
                <Words className="note">{document}</Words>
              </Box>
            ))}
          </Values>
        </Box>
        {keys.map((key, row) => (
          <Compare key={key} cells={columns.map(({ name, lines }) => ({ place: name, line: lines[row]! }))} />
        ))}
      </Box>
    </Card>
  );
}

/** One line: what holds in each place, and on a tap why; where they differ the why stands there at once. */
function Compare({ cells }: { cells: readonly Cell[] }) {
  const [wanted, setWanted] = useState<boolean | null>(null);
  const differ = isDifferent(cells.map(({ line }) => line));
  const open = wanted ?? differ;
  const { name } = cells[0]!.line;
  const grounded = cells.some(({ line }) => line.parts.length > 0);
  return (
    <Box className={classes('compare', differ && 'compare--differ')}>
      <Box className="compare__name">
        <Heading level={3}>{name}</Heading>
        {differ && (
          <Chip meaning="owed" icon="differs">
            不一样
          </Chip>
        )}
      </Box>
      <Box className="stack stack--tight grow">
        <Values>
          {cells.map(({ place, line }) => (
            <Box key={place}>
              <Words className="compare__place note">{place} </Words>
              <Words className="compare__value">{line.value}</Words>
            </Box>
          ))}
        </Values>
        {open && (
          <Values wide>
            {cells.map((cell) => (
              <Grounds key={cell.place} cell={cell} />
            ))}
          </Values>
        )}
        {grounded && (
          <Box>
            <Button
              tone="quiet"
              small
              label={`${name}，${open ? '收起依据' : '看依据'}`}
              aria={{ expanded: open }}
              onPress={() => setWanted(!open)}
            >
              {open ? '收起依据' : '看依据'}
            </Button>
          </Box>
        )}
      </Box>
    </Box>
  );
}

/** What belongs to each place, side by side; `wide` needs room and stands one below the other on a phone. */
function Values({ wide, children }: { wide?: boolean; children: JSX.Element[] }) {
  const look = classes(
    'compare__cells',
    wide && 'compare__cells--wide',
    children.length === 1 && 'compare__cells--one',
  );
  return <Box className={look}>{children}</Box>;
}

function Grounds({ cell: { place, line } }: { cell: Cell }) {
  return (
    <Box className="stack stack--tight">
      {line.parts.length > 0 && <Words className="compare__place note">{place}</Words>}
      {line.parts.map(({ word, because }) => (
        <Box key={word} className="stack stack--tight">
          {line.parts.length > 1 && <Words className="strong">{word}</Words>}
          <Because citations={because} brief />
        </Box>
      ))}
    </Box>
  );
}

/** In what holds, not in the grounds, those are of two plans; nor in the ways in which nothing holds. */
function isDifferent(lines: readonly Line[]): boolean {
  return lines.some(({ none }) => !none) && lines.some(({ value }) => value !== lines[0]!.value);
}
