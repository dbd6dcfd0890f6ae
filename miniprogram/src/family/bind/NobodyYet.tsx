import { Button, Empty } from '@/components';
import { go } from '@/platform';

/** Signed in, and nobody's relative yet. */
export function NobodyYet() {
  return (
    <Empty title="还没有绑定老人" action={<Button onPress={() => go('/family/bind/index')}>填邀请码</Button>}>
      社区登记了您是谁的家人，会给您一个 8 位的邀请码
    </Empty>
  );
}
