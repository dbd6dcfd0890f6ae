import { useState } from 'react';
import { createPortal } from 'react-dom';
import { currentPrompt, type Prompt, type SubscribeResults } from '@/platform/prompt';
import { useCare } from '@/state/care';
import { useStore } from '@/state/use-store';
import { classes } from './classes';
import { Button, Checkbox, Sheet, TextField } from './control';
import { Box, Words } from './element';
import { Row } from './Row';

/** Draws what WeChat itself would ask: a door's code, and whether messages may be sent. */
export function PromptHost() {
  const prompt = useStore(currentPrompt);
  const { on } = useCare();
  if (!prompt) return null;
  // Outside the pages, because a question belongs to none of them.
  return createPortal(
    <Box className={classes('page prompt', on && 'page--care')}>
      {prompt.kind === 'scan' ? <ScanSheet prompt={prompt} /> : <SubscribeSheet prompt={prompt} />}
    </Box>,
    document.body,
  );
}

function ScanSheet({ prompt }: { prompt: Extract<Prompt, { kind: 'scan' }> }) {
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const submit = () => {
    if (code.trim() === '') setAsked(true);
    else prompt.answer(code.trim());
  };
  return (
    <Sheet open title="门牌码" onClose={() => prompt.answer(null)}>
      <TextField
        label="输入或粘贴门牌上的码"
        value={code}
        onChange={setCode}
        onEnter={submit}
        error={asked && code.trim() === '' ? '还没有填码' : null}
      />
      <Button wide onPress={submit}>
        就是这家
      </Button>
      {prompt.choices.length > 0 && (
        <Box>
          <Words className="note">演示用：站在哪一家门口？</Words>
          {prompt.choices.map((choice) => (
            <Row key={choice.code} title={choice.label} onPress={() => prompt.answer(choice.code)} />
          ))}
        </Box>
      )}
    </Sheet>
  );
}

/** A picture of WeChat's own question; every message is ticked at first, as it is there. */
function SubscribeSheet({ prompt }: { prompt: Extract<Prompt, { kind: 'subscribe' }> }) {
  const [refused, setRefused] = useState<string[]>([]);
  const results = (allowed: boolean): SubscribeResults =>
    Object.fromEntries(
      prompt.templates.map(({ templateId }) => [
        templateId,
        allowed && !refused.includes(templateId) ? ('accept' as const) : ('reject' as const),
      ]),
    );
  return (
    <Sheet open title="允许发给您这些微信消息吗？" onClose={() => prompt.answer(results(false))}>
      <Words className="note">模拟的微信询问，不是真的微信</Words>
      {prompt.templates.map(({ templateId, title }) => (
        <Checkbox
          key={templateId}
          checked={!refused.includes(templateId)}
          onChange={(on) => setRefused(on ? refused.filter((id) => id !== templateId) : [...refused, templateId])}
        >
          {title}
        </Checkbox>
      ))}
      <Box className="pair">
        <Button tone="line" onPress={() => prompt.answer(results(false))}>
          取消
        </Button>
        <Button onPress={() => prompt.answer(results(true))}>允许</Button>
      </Box>
    </Sheet>
  );
}
