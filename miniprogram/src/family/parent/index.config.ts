export default definePageConfig({ navigationBarTitleText: '爸妈' });
