/// <reference types="@tarojs/taro" />

declare const defineAppConfig: (config: Taro.AppConfig) => Taro.AppConfig;
declare const definePageConfig: (config: Taro.PageConfig) => Taro.PageConfig;

/** Set by config/index.js. Where the weapp finds the service; empty in the browser, which talks to its own origin. */
declare const API_ORIGIN: string;
declare const WITH_GALLERY: boolean;

declare module '*.scss';
