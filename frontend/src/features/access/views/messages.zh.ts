export const zh = {
  dropped: (name: string) => `已删除“${name}”`,
};
