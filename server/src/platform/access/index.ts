export { Access, DivisionTree, isOfFamily, rolesOf, type Reach, type Target } from './access';
export { ACCESS, ROLES, type Action, type Capacity, type Role, type Scope } from './table';
