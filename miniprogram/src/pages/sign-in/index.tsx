import { asPage, Empty, Page } from '@/components';

/** Holds the place of the page until it is built. */
function Placeholder() {
  return (
    <Page title="登录" root>
      <Empty title="这一页还在做" />
    </Page>
  );
}

export default asPage(Placeholder, { open: true });
