export default definePageConfig({ navigationBarTitleText: '请您拿主意' });
