import { useState } from 'react';
import { api, type BodyOf } from '@/api';
import { Box, Button, Words } from '@/components';
import { clockTime } from '@/platform';
import { ReasonSheet } from '../desk/ReasonSheet';
import { useRevealed } from './use-revealed';

type Field = BodyOf<'post', '/api/elders/{id}/reveals'>['field'];
type Look = (reason: string) => Promise<{ value: string; until: number }>;

/** Looks at one value of the elder's record. */
export const lookAt =
  (elderId: string, field: Field, relativeId?: string): Look =>
  (reason) =>
    api.post('/api/elders/{id}/reveals', {
      path: { id: elderId },
      body: { field, reason, ...(relativeId ? { relativeId } : {}) },
    });

const reasons = ['联系家属', '核对证件', '处理突发', '上门探访'];

interface SecretProps {
  /** 身份证号, 电话, 住址. */
  name: string;
  look: Look;
  /** Null: there is none. */
  masked: string | null;
  /** Whose it is, for the question. */
  whose: string;
  /** Whether this officer may look at all. */
  may: boolean;
}

/** A masked value. Seeing the whole one takes a reason, is written down, and lasts ten minutes. */
export function Secret({ name, look, masked, whose, may }: SecretProps) {
  const [asking, setAsking] = useState(false);
  const { revealed, show, hide } = useRevealed();
  const reveal = async (reason: string) => show(await look(reason));
  return (
    <Box className="fact">
      <Words className="fact__name">{name}</Words>
      <Box className="fact__value" aria={{ live: 'polite' }}>
        {revealed ? (
          <Words className="whole-value">{revealed.value}</Words>
        ) : (
          <Words className="num">{masked ?? '没有登记'}</Words>
        )}
        {revealed && <Box className="note num">看到 {clockTime(revealed.until)}，过后自己遮住</Box>}
      </Box>
      {may && masked !== null && (
        <Button
          tone="quiet"
          small
          icon={revealed ? 'eye-off' : 'eye'}
          label={`${revealed ? '遮住' : '看'}${whose}的${name}`}
          onPress={revealed ? hide : () => setAsking(true)}
        >
          {revealed ? '遮住' : '看'}
        </Button>
      )}
      <ReasonSheet
        open={asking}
        title={`要看${whose}的${name}吗？`}
        told="只显示 10 分钟。谁、什么时候、为什么看，都会记下来，督导可以查"
        reasons={reasons}
        action="看 10 分钟"
        onClose={() => setAsking(false)}
        onReason={reveal}
      />
    </Box>
  );
}
