export default definePageConfig({ navigationBarTitleText: '最后一步' });
