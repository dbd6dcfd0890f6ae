import './index.scss';
import './browser.scss';
