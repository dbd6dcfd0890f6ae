import { Banner } from '@/components';

/** Said as soon as the phone has refused to keep a picture. */
export function NoRoom() {
  return (
    <Banner meaning="worry" title="手机快满了，交上去以前先别关" live>
      关掉的话照片会丢，填的字不会
    </Banner>
  );
}
