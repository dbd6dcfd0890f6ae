import { Empty } from '@/components';

/** WeChat can neither fetch a picture with the sign-in nor print one. */
export function DoorCodePicture(_: { elderId: string; codeId: string }) {
  return <Empty title="请在电脑上打印">用电脑的浏览器打开这位老人的页面，点门牌码</Empty>;
}
