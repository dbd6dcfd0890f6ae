import { useState } from 'react';
import { api, type ReplyOf } from '@/api';
import { Box, Button, Card, ResourceView, Row, Sheet, Words } from '@/components';
import { useResource } from '@/state';

export type Division = ReplyOf<'get', '/api/divisions'>['items'][number];

interface PlaceSheetProps {
  open: boolean;
  onClose: () => void;
  onPick: (division: Division) => void;
}

/** Down the tree of divisions, as far as somebody knows. */
export function PlaceSheet({ open, onClose, onPick }: PlaceSheetProps) {
  return (
    <Sheet open={open} title="选一个地方" onClose={onClose}>
      {open && <Tree onPick={onPick} />}
    </Sheet>
  );
}

function Tree({ onPick }: { onPick: PlaceSheetProps['onPick'] }) {
  const [path, setPath] = useState<Division[]>([]);
  const here = path.at(-1);
  const query = here ? { parent: here.id } : {};
  const below = useResource(() => api.get('/api/divisions', { query }), here?.id ?? 'top');
  const enter = (division: Division) => {
    if (division.level === 'community') onPick(division);
    else setPath([...path, division]);
  };
  return (
    <>
      {here && (
        <>
          <Words className="strong">{path.map(({ name }) => name).join(' ')}</Words>
          <Box className="pair">
            <Button tone="line" onPress={() => setPath(path.slice(0, -1))}>
              往上一级
            </Button>
            <Button onPress={() => onPick(here)}>就到{here.name}</Button>
          </Box>
        </>
      )}
      <ResourceView of={below}>
        {({ items }) => (
          <Card rows>
            {items.map((division) => (
              <Row key={division.id} title={division.name} onPress={() => enter(division)} />
            ))}
          </Card>
        )}
      </ResourceView>
    </>
  );
}
