/** Chinese of what is said about pipelines, and about runs as lists and pages show them. @internal */
export const pipelineSentencesZh: Readonly<Record<string, string>> = {
  'match.pipeline.claimed':
    '只有 {{entity}} 声明这是它的流水线，工具和集群均未确认',
  'match.pipeline.confirmedByPlatform':
    '平台将流水线 {{pipeline}} 划归 {{holder}}',
  'match.pipeline.otherHolder': '平台将流水线 {{pipeline}} 划归他方',
  'match.pipeline.confirmedByWorkload':
    '它部署了 {{workload}}，该工作负载已确认属于此实体',
  'match.pipeline.claimedWorkload':
    '它部署了 {{workload}}，但只有此实体声明该工作负载属于自己',
  'match.pipeline.contestedWorkload':
    '它部署了 {{workload}}，但也有模板或流水线自身将它指给另一所有者，因此这不能确认任何归属。管理员可在 multicluster.matching.pipelines 中将该流水线划归其所有者来裁定',
  'match.pipeline.confirmedByRepository':
    '软件目录从 {{repository}} 的目录 {{path}} 读取了此实体，该流水线部署的正是此目录',
  'match.pipeline.otherBranch':
    '软件目录从 {{repository}} 的目录 {{path}} 读取了此实体，但不是从该流水线所部署的分支 {{branch}} 读取的',
  'match.pipeline.unknownBranch':
    '软件目录从 {{repository}} 的目录 {{path}} 读取了此实体，但工具没有说明该流水线部署哪个分支',
  'match.pipeline.contestedRepository':
    '属于不同所有者的实体都从 {{repository}} 的目录 {{path}} 读取，因此它不能确认其中任何一个。管理员可在 multicluster.matching.pipelines 中将该流水线划归其所有者来裁定',
  'match.pipeline.confirmedByLabel': '流水线带有标签 {{label}}: {{value}}',
  'match.pipeline.contestedLabel':
    '属于不同所有者的实体都带有 {{label}}: {{value}}，因此它不能确认其中任何一个。管理员可在 multicluster.matching.pipelines 中将该流水线划归其所有者来裁定',
  'match.pipeline.none':
    '没有流水线属于此实体：它没有指明任何流水线，没有流水线部署它所在的目录，也没有流水线部署过它的工作负载',
  'match.pipeline.noneNamed': '此实体所指明的流水线中，没有一条是已知的',
  'match.pipeline.noTools': '尚未配置任何交付工具',
  'match.pipeline.notYetRead': '并非所有交付工具都已读取，因此可能缺少流水线',
  'match.pipeline.unconfirmedOrNone':
    '此实体所指明的流水线中，没有任何一条被工具、集群或平台确认属于它',
  'match.pipeline.claimedOnly_one':
    '有一条流水线由此实体声明，但未被其工具确认',
  'match.pipeline.claimedOnly_other':
    '有 {{count}} 条流水线由此实体声明，但未被其工具确认',
  'match.pipeline.contested':
    '属于不同所有者的实体以同样的方式声明了相同的流水线，因此这些流水线对它们均未确认。管理员可在 multicluster.matching.pipelines 中将其划归所有者来裁定',
  'pipeline.run.unread': '该次运行的存储内容无法读取',
  'pipeline.lastKnown.agent':
    '负责执行的 {{agent}} 已离线，工具无法得知其最新情况',
  'pipeline.agentOffline':
    '{{agent}} 已离线：在它恢复之前，由它执行的一切都不会推进',
  'pipeline.placedNowhere': '{{kind}} {{name}}：已应用到控制平面，{{reason}}',
  'pipeline.notPlaced': '没有放置到任何集群',
  'pipeline.deployedTrouble':
    '{{kind}} {{name}} 已部署，但在运行之处出现问题：{{reason}}',
  'pipeline.deployedDegraded': '{{kind}} {{name}} 已部署，但在运行之处出现问题',
  'pipeline.says': '{{pipeline}}：{{sentence}}',
  'pipeline.outOfSync': '{{pipeline}}：已部署的内容与代码仓库不一致',
  'pipeline.chainHidden_one': '此部署链中另有一次运行属于他方，未予显示',
  'pipeline.chainHidden_other':
    '此部署链中另有 {{count}} 次运行属于他方，未予显示',
  'pipeline.live.off': '{{source}} 不提供当前部署内容',
  'pipeline.live.refused': '无法读取当前部署内容：{{message}}',
  'pipeline.live.failed':
    '由于未预料的原因，无法从 {{source}} 读取当前部署内容',
  'pipeline.log.off': '无法从 {{source}} 读取日志',
};
