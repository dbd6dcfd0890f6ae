import { useState } from 'react';
import { api } from '@/api';
import { Box, Button, Card, ResourceView, Row, SectionTitle, TextField } from '@/components';
import { usePages } from '@/state';
import type { Example } from './examples';

interface StartProps {
  examples: readonly Example[];
  onExample: (example: Example) => void;
  onElder: (elderId: string) => Promise<void>;
  /** Nothing is filled in: no need to offer an empty sheet. */
  onEmpty?: () => void;
}

/** Where to begin: an example, somebody of the register, or nothing. */
export function Start({ examples, onExample, onElder, onEmpty }: StartProps) {
  return (
    <>
      <SectionTitle>从一个例子开始</SectionTitle>
      <Card rows>
        {examples.map((example) => (
          <Row key={example.title} title={example.title} detail={example.detail} onPress={() => onExample(example)} />
        ))}
        {onEmpty && <Row title="空白的" detail="什么都还不知道" onPress={onEmpty} />}
      </Card>
      <SectionTitle>从名册里的一位开始</SectionTitle>
      <FromRegister onElder={onElder} />
    </>
  );
}

/** Only the facts come over, without name or number. */
function FromRegister({ onElder }: { onElder: StartProps['onElder'] }) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const elders = usePages(
    (after) =>
      asked
        ? api.post('/api/elders/searches', { body: { q: asked, limit: 5, ...(after ? { after } : {}) } })
        : Promise.resolve({ items: [], next: null, totals: null }),
    asked,
  );
  const look = () => setAsked(typed.trim());
  return (
    <Card>
      <Box className="stack">
        <TextField
          label="找人"
          hint="姓名，写一个字也行；只带过来情况，不带姓名和号码"
          kind="search"
          value={typed}
          onChange={setTyped}
          onEnter={look}
          maxLength={60}
        />
        <Button tone="line" icon="search" blocked={typed.trim() === '' && '请先写姓名'} onPress={look}>
          找
        </Button>
        {asked && (
          <ResourceView of={elders}>
            {({ items }) => (
              <Box>
                {items.length === 0 && <Row title="没有找到" detail="名册里没有叫这个名字的" />}
                {items.map(({ id, name, age, communityName }) => (
                  <Row
                    key={id}
                    title={name}
                    note={`${age} 岁`}
                    detail={communityName}
                    onPress={() => void onElder(id)}
                  />
                ))}
              </Box>
            )}
          </ResourceView>
        )}
      </Box>
    </Card>
  );
}
