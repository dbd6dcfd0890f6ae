export default definePageConfig({ navigationBarTitleText: '为什么这样安排' });
