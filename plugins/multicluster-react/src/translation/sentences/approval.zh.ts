/** Chinese of `approvalSentences`. @internal */
export const approvalSentencesZh = {
  'approval.refused.decisionSealed': '已作出决定，即将执行',
  'approval.refused.decisionInFlight': '已作出决定，正在执行',
  'approval.refused.nothingToRecall': '没有您可以撤回的内容',
  'approval.refused.tooLate': '太晚了：已开始执行',
  'approval.refused.final': '已经结束',
  'approval.refused.staleVersion': '您查看之后已有变化，请重新查看',
  'approval.refused.subjectChanged':
    '您查看之后，所决定的内容已变化，请重新查看',
  'approval.refused.idempotencyMismatch': '该请求的标识已用于另一个请求',
  'approval.refused.idempotencyPending': '同一请求仍在处理中',
  'approval.refused.preconditionRequired': '请求没有说明查看的是哪个版本',
  'approval.refused.providerStale':
    '目前无法读取该工具，因此不知道将决定的是什么',
  'approval.refused.databaseUnavailable':
    '目前无法写入门户的数据库，什么都没有受理',
  'approval.refused.lineStopped': '与其相关的发布已被叫停',
  'approval.refused.notHalted': '其执行并未中止',
  'approval.refused.decidedInTool': '须在工具中决定',
  'approval.refused.noPolicy': '没有策略规定由谁决定',
  'approval.refused.approvalsDisabled':
    '门户的审批功能未启用，目前不在此决定任何事项',
  'approval.refused.policyInvalid':
    '其环境的审批策略无法读取，因此任何人都不能在此决定',
  'approval.refused.policyUnsatisfiable': '目录中的人数不足以满足其审批策略',
  'approval.refused.permissionsDisabled':
    '门户的权限框架已关闭，因此无法判断谁有权决定',
  'approval.refused.databaseNotDurable':
    '门户的数据库在重启后不会保留，因此无法保存任何决定',
  'approval.refused.matchNotConfirmed': '其归属只是声称，尚未得到确认',
  'approval.refused.subjectIncomplete':
    '所决定的内容并非全部可知，而策略要求如此',
  'approval.refused.subjectUnpinned': '它用可移动的标签指定镜像，而策略不允许',
  'approval.refused.authorUnknown':
    '目录中没有与该变更作者对应的人，因此无法判断作者是否是您；平台团队可以指明作者是谁（multicluster.approvals.people）',
  'approval.refused.toolCannotBeMet': '可以在此决定的人无法满足工具所列的名单',
  'approval.refused.notAUser': '只有人可以决定，服务不可以',
  'approval.refused.guest': '访客不能决定，请以本人身份登录',
  'approval.refused.actingForSomebody':
    '有人或程序在代您操作，只有您本人可以决定',
  'approval.refused.notInCatalog': '目录中没有您',
  'approval.refused.notPermitted': '您没有执行此操作的权限',
  'approval.refused.notEligible': '您不在有权决定的任何组中',
  'approval.refused.isRequester': '该变更由您提出，须由他人决定',
  'approval.refused.isAuthor': '该变更由您编写，须由他人决定',
  'approval.refused.notListedInTool': '工具没有将您列为审批人',
  'approval.refused.noIdentityInTool': '没有配置您在工具中的身份',
  'approval.refused.commentRequired': '需要填写说明',
  'approval.refused.reasonRequired': '需要填写理由',
  'approval.refused.ticketRequired': '需要填写格式正确的工单号',
  'approval.refused.rateLimited': '请求过多，请稍候',
  'approval.window.frozen': '已被 {{name}} 冻结，直到 {{opens}}',
  'approval.window.frozenForGood': '已被 {{name}} 冻结，一年内不会结束',
  'approval.window.closed': '不在时间窗口内，下一个窗口于 {{opens}} 开放',
  'approval.window.closedForGood': '不在时间窗口内，一年内也没有窗口开放',
  'approval.window.broken': '时间窗口 {{name}} 的配置无法读取，因此保持关闭',
  'approval.window.frozen_approved': '已批准；被 {{name}} 冻结，直到 {{opens}}',
  'approval.window.frozenForGood_approved':
    '已批准；被 {{name}} 冻结，一年内不会结束',
  'approval.window.closed_approved':
    '已批准；等待时间窗口，下一个窗口于 {{opens}} 开放',
  'approval.window.closedForGood_approved':
    '已批准；不在时间窗口内，一年内也没有窗口开放',
  'approval.window.broken_approved':
    '已批准；时间窗口 {{name}} 的配置无法读取，因此保持关闭',
  'approval.waiting.more_one': '还需一个批准',
  'approval.waiting.more_other': '还需 {{count}} 个批准',
  'approval.waiting.until': '已批准；不早于 {{at}} 生效',
  'approval.waiting.gates': '已批准；等待可以生效的时间',
  'approval.waiting.recall': '已决定；在 {{until}} 之前可以撤回',
  'approval.waiting.queued': '已决定，即将执行',
  'approval.waiting.stopped': '已决定，但已被叫停：{{reason}}',
  'approval.waiting.delivering_one': '共一步，已完成 {{done}} 步',
  'approval.waiting.delivering_other': '共 {{count}} 步，已完成 {{done}} 步',
  'approval.cancelled': '其对象已不存在',
  'approval.policyChanged':
    '提出请求之后，其审批策略已改变；按两者中较严格的判断，据此不再计入的投票已作废',
  'approval.missing.of_one':
    '需要 {{who}} 的一个批准，而目录中可以批准的有 {{found}} 人',
  'approval.missing.of_other':
    '需要 {{who}} 的 {{count}} 个批准，而目录中可以批准的有 {{found}} 人',
  'approval.missing.nobody': '其审批策略要求由所有者批准，而所涉内容没有所有者',
  'approval.vote.policyChanged': '按现在的审批策略不再计入',
  'approval.vote.subjectChanged': '所决定的内容已变化',
  'approval.vote.replaced': '已被另一次投票取代',
  'approval.vote.separated': '该变更由投票者提出或编写',
  'approval.vote.notEligible': '投票者已不在有权决定的人之中',
  'approval.diff.asIn': '以 {{environment}} 中的内容为准，那里已在运行这些镜像',
  'approval.diff.imagesAlone':
    '没有其他环境运行这些镜像，而工具在自己一侧渲染：此处只在当前内容中替换镜像，其他变化未知',
  'approval.diff.nothingThere': '{{environment}} 中尚未运行其任何内容',
  'approval.diff.noEnvironment': '它不属于任何环境，因此没有可比较的内容',
  'approval.diff.noImages':
    '工具没有说明会带来哪些镜像，应用之后才会显示渲染的内容',
  'approval.diff.held': '各集群现有的内容，与对其暂停下发的内容对比',
  'approval.diff.heldSome':
    '各集群现有的内容，与对其暂停下发的内容对比：按集群计共 {{count}} 个对象，此处为前 {{shown}} 个',
  'approval.diff.heldNothing': '那里已没有被暂停下发的内容',
  'approval.diff.someEntities':
    '只比较了其 {{total}} 个服务中的 {{shown}} 个；其余的过多，或你无权比较',
  'approval.diff.noEntity': '它不涉及目录中任何可以比较清单的实体',
  'approval.diff.oneSide': '只存在于一侧',
  'approval.expired': '已过期：没有人及时作出决定',
  'approval.applied': '已批准，且已看到效果',
  'approval.appliedPast': '已越过规则决定，且已看到效果',
  'approval.appliedExempt': '未经投票放行，且已看到效果',
  'approval.rejected': '已拒绝，且已看到效果',
  'approval.external': '已在工具中决定',
  'approval.externalBy': '已由 {{actor}} 在工具中决定',
  'approval.superseded': '已被更新的变更取代',
  'approval.failed': '工具拒绝了，且不会再接受',
  'approval.abandoned': '{{actor}} 已放弃：{{reason}}',
  'approval.halted.step': '其中一步无法继续',
  'approval.halted.refused': '工具拒绝了其中一步',
  'approval.halted.subject': '执行期间，所决定的内容发生了变化',
  'approval.halted.eligibility': '执行期间，所依据的一位批准者失去了资格',
  'approval.halted.policy': '执行期间，其审批策略发生了变化',
  'approval.halted.overdue':
    '工具于 {{since}} 已受理，但此后未见任何效果；可以再发送一次，或放弃',
  'approval.halted.unreachable_one': '有一次无法读取：{{reason}}',
  'approval.halted.unreachable_other': '连续 {{count}} 次无法读取：{{reason}}',
  'approval.halted.notTaken_one': '工具有一次没有受理：{{reason}}',
  'approval.halted.notTaken_other': '工具连续 {{count}} 次没有受理：{{reason}}',
  'approval.halted.notSent_one':
    '送达曾开始一次而未到达：门户进程终止，或工具没有受理',
  'approval.halted.notSent_other':
    '送达曾开始 {{count}} 次而未到达：门户进程终止，或工具没有受理',
  'approval.halted.needsUser':
    '需要 {{voter}} 在工具中的凭据，只有其本人的请求才带有该凭据，因此须由其重新决定',
  'approval.step.voter': '{{voter}} 的批准',
  'approval.step.rejection': '{{voter}} 的拒绝',
  'approval.step.unreadable': '正在等待，因为无法读取该工具：{{reason}}',
  'approval.step.waitsForEffect': '工具已受理，等待看到其效果',
  'approval.step.overdue': '工具于 {{since}} 受理，此后没有看到任何效果',
  'approval.step.ambiguous': '不知道工具是否已受理，再次发送之前会先读取',
  'approval.step.counted': '工具已计入，仍在等待更多人批准',
  'approval.step.notNeeded': '已不需要：此前批准的人数已足够',
  'approval.step.refused': '工具拒绝了它：{{reason}}',
  'approval.step.gateMoved': '关卡已是另一个',
  'approval.step.runNotWaiting': '该运行目前没有在等待它',
  'approval.step.unknownSource': '没有配置来源 {{source}}',
  'approval.step.crashed': '该步骤在门户内部失败',
} as const;
