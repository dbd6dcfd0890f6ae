import { DEMO_WECHAT } from '../platform/config/config';

/** The app as the simulated platform knows it: its secret and the templates it was granted. */
export function simulatedWechatApp() {
  return {
    appid: DEMO_WECHAT.appId,
    secret: DEMO_WECHAT.secret,
    name: '探访关爱',
    templates: [
      {
        id: 'need-raised-template',
        title: '家里有事请您看看',
        fields: [
          { key: 'thing1', label: '事项' },
          { key: 'thing2', label: '说明' },
          { key: 'time3', label: '时间' },
        ],
      },
      {
        id: 'need-closed-template',
        title: '事情办好了',
        fields: [
          { key: 'thing1', label: '事项' },
          { key: 'thing2', label: '说明' },
          { key: 'time3', label: '时间' },
        ],
      },
    ],
  };
}
