import { describeMainJourney } from './main-journey';

describeMainJourney({
  name: 'main-by-touch',
  how: '手机，手指点',
  phone: { by: 'touch' },
  officer: { by: 'touch' },
  scan: 'picked',
  shown: { today: 'visitor-today', form: 'visit-form', need: 'family-need' },
});
