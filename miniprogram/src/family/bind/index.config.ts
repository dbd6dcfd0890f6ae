export default definePageConfig({ navigationBarTitleText: '绑定老人' });
