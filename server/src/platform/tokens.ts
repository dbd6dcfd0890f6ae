/** Injection tokens of what has no class: the checked configuration and the logger. */
export const CONFIG = Symbol('config');
export const LOGGER = Symbol('logger');
