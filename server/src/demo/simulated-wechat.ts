import type { AppSeed } from '../../simulator';
import { grantedTemplates } from '../modules/notification';
import type { Config } from '../platform/config/config';

/** The app as the simulated platform knows it: its secret and the templates it was granted. */
export function simulatedWechatApp(config: Pick<Config, 'wechat'>): AppSeed {
  const { appId, secret } = config.wechat;
  return { appid: appId, secret, name: '探访关爱', templates: grantedTemplates(config) };
}
