/**
 * ARIA attributes the weapp's own components understand (base library ≥ 2.7.1) but Taro leaves out of its templates.
 * An empty default means: bound, without a default value. Used twice (when the templates are written, and on the phone),
 * because both sides number the attributes in the same order.
 */
const aria = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-disabled': '',
  'aria-expanded': '',
  'aria-modal': '',
  'aria-live': '',
  'aria-valuenow': '',
  'aria-valuemax': '',
  'aria-valuetext': '',
};

module.exports = {
  View: aria,
  Text: aria,
  Image: aria,
  Button: aria,
  Input: aria,
  Textarea: aria,
  Canvas: aria,
};
