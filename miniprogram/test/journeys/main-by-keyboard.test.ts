import { describeMainJourney } from './main-journey';

describeMainJourney({
  name: 'main-by-keyboard',
  how: '键盘和鼠标，关怀模式，社区在电脑前',
  phone: { by: 'keyboard', care: true },
  officer: { by: 'keyboard', desk: true },
  scan: 'pasted',
  shown: { morning: 'officer-morning' },
});
