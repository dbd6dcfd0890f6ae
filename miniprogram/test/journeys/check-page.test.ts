import { chromium, type Browser, type Page } from 'playwright-core';
import { faultsOf, type Manner } from './support/check-page';
import { chromiumFlags, chromiumPath } from './support/stage';

/** The eyes of the journeys: what they must find, and what they must let pass. */
describe('看画面的检查看得出毛病', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
    page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  }, 60_000);
  afterAll(() => browser?.close());

  const look = async (body: string, manner: Manner = 'usual') => {
    const style =
      'body { margin: 0; font: 17px sans-serif } button { min-width: 60px; min-height: 60px; font-size: 23px } .taro_page { width: 390px; overflow: hidden auto }';
    await page.setContent(
      `<!doctype html><html lang="zh"><title>样例</title><style>${style}</style><main class="taro_page"><h1 style="font-size:24px">标题</h1>${body}</main>`,
    );
    return faultsOf(page, manner);
  };

  it('好好的页面，什么也不说', async () => {
    expect(await look('<p>李秀兰，82 岁</p><button>扫门牌码</button>')).toEqual([]);
    expect(await look('<p style="font-size:22px">李秀兰，82 岁</p><button>扫门牌码</button>', 'care')).toEqual([]);
  });

  it.each<[string, string, RegExp, Manner?]>([
    ['对比不够', '<p style="color:#bbb;background:#fff">看不清的话</p>', /axe color-contrast/],
    ['按钮没有名字', '<button></button>', /axe button-name/],
    ['比屏幕宽', '<div style="width:500px">宽</div>', /内容宽 500，屏幕只有 390/],
    ['横着截断', '<div style="width:60px;overflow:hidden;white-space:nowrap">上周没见到，先去</div>', /横着被截断/],
    ['竖着截断', '<div style="height:20px;overflow:hidden">上周没见到<br>先去她家</div>', /竖着被截断/],
    ['一行一个字', '<div style="width:18px">上周没见到</div>', /一行只放得下一个字/],
    ['关怀模式里的小字', '<p>十七像素</p>', /字只有 17px/, 'care'],
    ['太小的按钮', '<a href="#x" style="display:inline-block">全部</a>', /点的地方只有 34×/],
    [
      '放不下的提示语',
      '<label>找人<input style="width:80px;height:60px" placeholder="姓名，或完整的号码"></label>',
      /提示语放不下/,
    ],
  ])('%s', async (_, body, fault, manner = 'usual') => {
    expect(await look(body, manner)).toEqual([expect.stringMatching(fault)]);
  });

  it('整行都能点的，不嫌字窄；能滚动的，不算截断；只给人听的，不用看得见', async () => {
    const row =
      '<div style="position:relative;height:60px"><a href="#x"><span>韩立</span><i style="position:absolute;inset:0"></i></a></div>';
    const scroll =
      '<div tabindex="0" style="width:100px;overflow-x:auto;white-space:nowrap">一张很宽很宽很宽很宽的表</div>';
    const spoken = '<span style="position:absolute;width:1px;height:1px;overflow:hidden">已完成</span>';
    expect(await look(row + scroll + spoken)).toEqual([]);
  });
});
