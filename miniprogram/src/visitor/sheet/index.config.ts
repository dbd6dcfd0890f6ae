export default definePageConfig({ navigationBarTitleText: '填过的表' });
