/** What the decorators of class-transformer have noted; the package exports it without a declaration at this path. */
declare module 'class-transformer/cjs/storage' {
  type Class = new () => object;

  export const defaultMetadataStorage: {
    findTypeMetadata(target: Class, property: string): { typeFunction?: () => Class; options?: object } | undefined;
    findTransformMetadatas(
      target: Class,
      property: string,
      direction: number,
    ): { transformFn(given: { value: unknown; key: string; obj: unknown }): unknown; options?: object }[];
    getExposedMetadatas(target: Class): object[];
    getExcludedMetadatas(target: Class): object[];
  };
}
