import type { Sex } from '@tanfang/shared';

/** Surnames of two characters that are still borne; the rest have one. */
const COMPOUND = [
  ...['欧阳', '司马', '上官', '诸葛', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐'],
  ...['司徒', '夏侯', '长孙', '宇文', '端木', '呼延', '闻人', '澹台', '轩辕', '南宫'],
];
const NAME_DOT = /[·•‧∙・･]/;

/** How a visitor addresses somebody: 李奶奶, 刘爷爷, 欧阳奶奶; a name with dots by its first part. */
export function callNameOf(name: string, sex: Sex): string {
  const [given = name, more] = name.trim().split(NAME_DOT);
  const surname = COMPOUND.find((compound) => name.startsWith(compound)) ?? Array.from(name.trim())[0] ?? '';
  return `${more === undefined ? surname : given}${sex === 'female' ? '奶奶' : '爷爷'}`;
}
