/** Chinese of what is said about a match. @internal */
export const matchSentencesZh: Readonly<Record<string, string>> = {
  'match.unreadable': '无法读取注解 {{annotation}}：{{value}}',
  'match.confirmedByLabel': '模板带有 {{annotation}}: {{value}}',
  'match.confirmedByPlatform': '平台将命名空间 {{namespace}} 划归 {{holder}}',
  'match.claimed': '只有 {{entity}} 声明这是它的工作负载，集群并未确认',
  'match.claimedUnseen':
    '只有一个您无权查看的实体声明这是它的工作负载，集群并未确认',
  'match.otherHolder':
    '平台将命名空间 {{namespace}} 划归他方，因此 {{annotation}}: {{value}} 在那里不能确认任何内容',
  'match.contested':
    '属于不同所有者的实体都带有 {{annotation}}: {{value}}，因此它不能确认其中任何一个。管理员可在 multicluster.matching.namespaces 中将命名空间 {{namespace}} 划归其所有者来裁定',
  'match.contestedId':
    '属于不同所有者的实体都带有 {{annotation}}: {{value}}，因此其工作负载对它们均未确认。管理员可在 multicluster.matching.namespaces 中将相应命名空间划归其所有者来裁定',
  'match.unconfirmedOrNone':
    '该实体所选择的内容中，没有任何一项被集群或平台确认属于它',
  'match.none.noTemplateOrMapped':
    '没有带有 {{annotation}}: {{value}} 的模板被确认属于该实体：不存在这样的模板，或平台已将其命名空间划归他方',
  'match.none.noAnnotation': '该实体没有说明哪些工作负载属于它',
  'match.none.noTemplate':
    '任何控制平面上都没有模板带有 {{annotation}}: {{value}}',
  'match.none.noSelection': '该实体的声明没有选中任何模板',
  'match.none.otherNamespace':
    '存在带有 {{annotation}}: {{value}} 的模板，但不在命名空间 {{namespace}} 中',
  'match.none.otherCluster': '该实体的工作负载没有放置在 {{cluster}} 上',
  'match.claimedOnly_one': '有一个工作负载由该实体声明，但未被其集群确认',
  'match.claimedOnly_other':
    '有 {{count}} 个工作负载由该实体声明，但未被其集群确认',
  'match.sharedClaim': '此处显示的工作负载也被其他实体声明',
  'match.nobody': '没有实体声明这是它的工作负载',
  'match.notYetRead': '并非所有来源都已读取，因此可能缺少工作负载',
};
