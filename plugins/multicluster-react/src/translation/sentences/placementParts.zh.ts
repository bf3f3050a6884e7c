const REASONS = {
  taint: '存在未容忍的污点',
  'api-missing': '缺少该 API',
  affinity: '未被策略选中',
  evicting: '正在迁出',
  spread: '没有标明用于分布的区域、可用区或供应商',
  other: '：{{text}}',
};

const reasons = Object.entries(REASONS).flatMap(([kind, text]) =>
  ['one', 'other'].flatMap(plural => [
    [
      `placement.reasonFirst.${kind}_${plural}`,
      `{{total}} 个集群中 {{count}} 个${text}`,
    ],
    [`placement.reason.${kind}_${plural}`, `{{count}} 个${text}`],
  ]),
);

const divisions = Object.entries({
  each: '{{count}} 个集群各 {{replicas}} 个副本',
  eachSingle: '{{count}} 个集群各 1 个副本',
  everywhere: '{{count}} 个集群',
  static: '按 {{weights}} 分配到 {{count}} 个集群',
  weighted: '按权重分配到 {{count}} 个集群',
  dynamic: '按空闲容量分配到 {{count}} 个集群',
  aggregated: '集中到尽可能少的集群，目前 {{count}} 个',
  divided: '分配到 {{count}} 个集群',
}).flatMap(([kind, text]) =>
  ['one', 'other'].map(plural => [
    `placement.division.${kind}_${plural}`,
    text,
  ]),
);

/** Chinese of what is said inside other sentences about a placement. @internal */
export const placementPartsZh: Readonly<Record<string, string>> = {
  ...Object.fromEntries(reasons),
  ...Object.fromEntries(divisions),
  'placement.reasons.capacity':
    '各集群只能再容纳 {{available}} 个副本，而需要 {{wanted}} 个',
  'placement.reasons.capacityUnknown':
    '各集群没有足够空间容纳 {{wanted}} 个副本',
  'placement.reasons.quota':
    '配额 {{quota}} 允许 {{resource}} 为 {{limit}}，而需要 {{requested}}。提高配额后会自行恢复',
  'placement.reasons.quotaUnknown': '超出了配额（{{text}}）',
  // Karmada names what it spreads by; a name that nobody translated stays as it is.
  'placement.reasons.spread': '剩余的$t({{field}})少于策略要求分布的数量',
  'placement.reasons.other': '{{text}}',
  'placement.part.runs': '{{cluster}} 运行 {{wanted}} 个中的 {{running}} 个',
  'placement.part.none': '{{cluster}} 上没有任何内容',
  'placement.part.behind_one': '{{cluster}} 落后 1 代',
  'placement.part.behind_other': '{{cluster}} 落后 {{count}} 代',
};
