export default definePageConfig({ navigationBarTitleText: '本区规定' });
