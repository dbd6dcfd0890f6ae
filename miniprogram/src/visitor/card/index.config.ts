export default definePageConfig({ navigationBarTitleText: '进门前看一眼' });
