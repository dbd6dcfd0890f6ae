import type { TemplateSeed, WorldSeed } from './seeds';

const VISIT_RESULT: TemplateSeed = {
  id: 'vR3sT0f7V1s1tNoticeSample0000000000000000A',
  title: '探访结果提醒',
  kind: 'one-time',
  fields: [
    { key: 'thing1', label: '探访对象' },
    { key: 'time2', label: '探访时间' },
    { key: 'phrase3', label: '探访结果' },
    { key: 'thing4', label: '温馨提示' },
  ],
};

const PROGRESS: TemplateSeed = {
  id: 'pR0gR3ssN0t1ceSample000000000000000000000B',
  title: '事项进展提醒',
  kind: 'one-time',
  fields: [
    { key: 'thing1', label: '事项内容' },
    { key: 'time2', label: '更新时间' },
    { key: 'phrase3', label: '当前进展' },
    { key: 'thing4', label: '温馨提示' },
  ],
};

/** A small world for running the simulator by itself. Everybody in it is invented. */
export function sampleWorld(): WorldSeed {
  return {
    apps: [
      { appid: 'wx0000000000000000', secret: 'sample-secret', name: '探访关爱', templates: [VISIT_RESULT, PROGRESS] },
    ],
    users: [
      { openid: 'oSampleZhouMin00000000000000', name: '周敏', note: '探访员，李秀兰的楼下邻居', phone: '14200000001' },
      { openid: 'oSampleWangJing0000000000000', name: '王静', note: '李秀兰的女儿，在上海', phone: '14200000002' },
      { openid: 'oSampleLiuFang00000000000000', name: '刘芳', note: '社区工作人员', phone: '14200000003' },
    ],
    doorCodes: [{ label: '李秀兰家的门', url: 'https://tanfang.example.cn/d/01JSAMPLEDOORCODE000000000' }],
  };
}
