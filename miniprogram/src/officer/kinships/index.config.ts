export default definePageConfig({ navigationBarTitleText: '亲属确认' });
