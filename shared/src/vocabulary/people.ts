/** Who signs in, and in what capacity. Scope: see the access table of the server. */
export const ROLES = {
  visitor: '探访员',
  family: '家人',
  community: '社区工作人员',
  street: '街道工作人员',
  district: '区县工作人员',
  city: '市级工作人员',
  agency: '代理服务机构',
  operator: '系统运维',
} as const;
export type Role = keyof typeof ROLES;

/** Relation of a living person to the elder, as the policy facts know it. */
export const RELATIONS = {
  spouse: '配偶',
  child: '子女',
  grandchild: '孙辈',
  sibling: '兄弟姐妹',
  other: '其他亲属',
  cohabitant: '同住人（非亲属）',
  neighbour: '邻居',
  committee: '村（居）委会的人',
} as const;
export type Relation = keyof typeof RELATIONS;

/** Whom the plans call a relative (亲属、家属); of the others none keeps an elder from living alone by living near. */
export function isKin(relation: Relation): boolean {
  return relation !== 'cohabitant' && !isOutsider(relation);
}

/** Neither family nor of the household: may be called when something happens, and is told nothing beyond it. */
export function isOutsider(relation: Relation): boolean {
  return relation === 'neighbour' || relation === 'committee';
}

export const SEXES = { female: '女', male: '男' } as const;
export type Sex = keyof typeof SEXES;

export const MARITAL_STATUSES = {
  married: '已婚',
  widowed: '丧偶',
  divorced: '离异',
  'never-married': '未婚',
} as const;
export type MaritalStatus = keyof typeof MARITAL_STATUSES;

export const KINSHIP_STATUSES = { awaiting: '等社区确认', confirmed: '已确认' } as const;
export type KinshipStatus = keyof typeof KINSHIP_STATUSES;

/** Levels of administrative divisions, from the top down. */
export const DIVISION_LEVELS = {
  province: '省',
  city: '市',
  district: '区县',
  street: '街道（乡镇）',
  community: '社区（村）',
  grid: '网格',
} as const;
export type DivisionLevel = keyof typeof DIVISION_LEVELS;
