export default definePageConfig({ navigationBarTitleText: '家人说不对' });
