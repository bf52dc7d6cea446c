/** See build-programs.mjs: JavaScript, because it runs before there is anything to compile TypeScript. */
export declare function buildPrograms(...entries: string[]): Promise<string[]>
