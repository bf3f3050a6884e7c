/** Chinese of what is said about lanes. @internal */
export const laneSentencesZh: Readonly<Record<string, string>> = {
  'lane.off.act': '暂停与放行未启用：没有为写入配置凭据（{{key}}）。',
  'lane.off.works':
    '暂停分发未启用：查看被暂停的内容需要单独的凭据（{{key}}），因为 Work 中包含所有被分发的 Secret。',
  'lane.check.works.ok': '渲染出的内容全部可读：{{count}} 个。',
  'lane.check.works.failed':
    '渲染出的内容无法读取，审批人将看不到自己批准的是什么。返回信息：{{detail}}',
  'lane.check.works.off':
    '渲染出的内容无法读取，审批人将看不到自己批准的是什么：没有为此配置凭据（{{key}}）。',
  'lane.check.tooMany':
    '该策略渲染出的对象超过 {{count}} 个。请拆分：更多的对象不会在每次投票时读取。',
  'lane.check.dependencies.ok': '没有依赖随 propagateDeps 绕过暂停。',
  'lane.check.dependencies.failed':
    '以下内容随 propagateDeps 分发，且没有一同暂停：{{names}}。请分别用同样被暂停的策略来放置，否则它们的变更会不经批准到达集群。',
  'lane.check.dependencies.unknown':
    '尚不知道哪些内容随 propagateDeps 分发，请稍后再看。',
  'lane.check.clusters.ok': '放置可能选择的集群都在暂停范围内：{{clusters}}。',
  'lane.check.clusters.failed':
    '放置可能选择 {{clusters}}，而现有的暂停覆盖不到那里。',
  'lane.check.clusters.unreadable':
    '无法读取放置可能选择的集群。返回信息：{{detail}}',
  'lane.check.managers.ok': '没有其他管理者拥有暂停字段。',
  'lane.check.managers.failed':
    'spec.suspension 属于 {{managers}}。请把它从对方应用的内容中去掉，否则双方会互相覆盖。',
  'lane.check.held.ok': '没有其他人在暂停它。',
  'lane.check.held.failed':
    '它已经被暂停，且没有我们的说明。请先解除该暂停：{{command}}',
  'lane.check.lazy.ok': '策略立即生效。',
  'lane.check.lazy.failed':
    '该策略为 Lazy：暂停与放行要等到每个模板下一次变更才会生效。',
  'lane.check.version.ok': '此 Karmada 会按要求暂停分发。',
  'lane.check.version.none':
    '此 Karmada 不能暂停分发：该功能自 1.11 版起提供。',
  'lane.check.version.unknown':
    '此 Karmada 早于 1.15，其中部分版本在有人于集群内删除对象时，会把被暂停的内容发出去。请升级；如果版本不低于 1.12.8、1.13.5 或 1.14.2，请在 {{key}} 中写明。',
  'lane.check.version.unfixed':
    'Karmada {{version}} 在有人于集群内删除对象时，会把被暂停的内容发出去。1.12.8、1.13.5、1.14.2 和 1.15 已修复。',
  'lane.check.rights.ok': '具备暂停与放行所需的权限。',
  'lane.check.rights.failed': '缺少权限：{{rights}}。',
  'lane.check.rights.off': '没有为写入配置凭据（{{key}}）。',
  'lane.check.deleting.ok': '策略没有在删除中。',
  'lane.check.deleting.failed': '策略正在被删除。',
  'lane.check.unreadable': '无法读取策略。返回信息：{{detail}}',
  'lane.stale': '策略在此期间发生了变更。请重新查看后再发送。',
  'lane.managedElsewhere':
    'spec.suspension 属于 {{managers}}：没有做任何更改。',
  'lane.refused': '控制面没有接受这次更改。返回信息：{{detail}}',
  'lane.forbidden': '控制面不允许此人更改该策略。返回信息：{{detail}}',
  'lane.forbidden.portal':
    '控制面不允许门户以此人的身份操作，其凭据需要 impersonate 权限。返回信息：{{detail}}',
  'lane.gone': '策略已经不存在。',
  'lane.goneHeld': '策略已经不存在。它留下的被暂停内容：{{names}}。',
  'lane.unavailable': '无法询问控制面，没有发送任何内容。返回信息：{{detail}}',
  'lane.ambiguous': '控制面没有应答。在重新读取之前，不知道它是否接受了更改。',
  'lane.unreadable': '无法读取被暂停的内容。返回信息：{{detail}}',
  'lane.already': '已经是这样。',
  'lane.held': '已对所有集群暂停。',
  'lane.released': '已对 {{clusters}} 放行；其余集群仍然暂停。',
  'lane.disarmed': '不再有任何暂停。',
  'lane.freed': '已解除被删除策略遗留的暂停：{{names}}。',
  'lane.nothingReleased': '没有指定集群，因此没有放行任何内容。',
  'lane.note.jobs': '重新放置的 Job 在放行后会再次运行：{{names}}。',
  'lane.note.dependencies':
    '随 propagateDeps 分发的配置已立即离开 {{clusters}}，而旧副本仍在那里运行：{{names}}。',
  'lane.note.newCluster': '放行期间新加入且被放置选中的集群会立即收到内容。',
  'lane.note.overrides':
    '覆盖策略会更改 {{clusters}} 收到的内容；此处显示的是更改后的结果。',
  'lane.seen': '{{cluster}} 已具备：核对了 {{count}} 个。',
  'lane.seen.none': '没有内容属于 {{cluster}}。',
  'lane.unproven':
    '{{cluster}} 已接受，但无法读取那里的内容来证明：{{names}}。',
  'lane.waiting.dispatch': '仍在发往 {{cluster}} 的途中：{{names}}。',
  'lane.waiting.generation': '{{cluster}} 还没有收到 {{names}} 的最新内容。',
  'lane.waiting.copies':
    '{{cluster}} 上 {{name}} 运行 {{running}} 个，应为 {{wanted}} 个。',
  'lane.waiting.content': '{{cluster}} 上 {{names}} 的内容仍不相同。',
  'lane.waiting.render': 'Karmada 仍在为 {{cluster}} 渲染。',
  'lane.unhealthy.applied':
    '{{cluster}} 没有接受 {{name}}。返回信息：{{detail}}',
  'lane.unhealthy.job': 'Job {{name}} 在 {{cluster}} 上失败：{{detail}}',
  'lane.changed': '为 {{cluster}} 渲染的内容已不是批准时的内容。',
  'lane.unreachable': '{{cluster}} 未就绪，那里的情况只是最后一次上报的结果。',
  'lane.off': '此控制面未启用拦截。',
  'lane.unsaid': '控制面没有给出原因。',
  'lane.nobody': '没有可以代表其进行更改的人：启用该通道的人已不在目录中。',
  'lane.nothingHeld': '已没有与当前运行内容不同的被拦截内容。',
  'lane.check.settled.ok': '渲染结果与模板一致。',
  'lane.check.settled.failed':
    '控制面仍在渲染，或无法读取，因此无法区分当前运行的内容与即将到来的内容。请稍后再看。',
  'lane.waiting.settle': '控制面仍在渲染更改；渲染过程中不会放行任何内容。',
  'lane.halted.slow':
    '{{cluster}} 未能在 {{minutes}} 分钟内就绪。控制面说：{{detail}}',
  'lane.halted.person':
    '下一步是第 {{wave}} 波，策略要求有人确认继续。在此期间全部保持拦截。',
  'lane.halted.held': '{{detail}} 已全部重新拦截。',
  'lane.halted.open':
    '{{detail}} 未能重新拦截：此时的更改会立即到达已放行的集群。',
  'lane.step.continued': '有人确认继续。',
  'lane.step.disarmed': '该通道已停用，因此不再有任何拦截。',
  'lane.step.notHeld': '尚未重新拦截。',
  'lane.note.enforced':
    '拦截由控制面执行，而不是交付工具。凡能在那里更改该策略的人都能解除拦截；以这种方式放行的内容会显示为在别处决定。',
  'lane.effect.arm':
    '从现在起，这些工作负载的每次更改在到达集群之前都要等待审批；除非审批策略豁免，副本数更改和集群间迁移也包括在内。',
  'lane.effect.reach': '工作负载：{{workloads}}。集群：{{clusters}}。',
  'lane.effect.deletions':
    '删除不会被拦截：在控制面删除的内容会立即从集群中消失。',
  'lane.effect.disarm': '从现在起，每次更改都会立即到达集群。',
  'lane.effect.sends': '当前被拦截的内容会未经审批立即放行：{{clusters}}。',
  'lane.effect.unread': '无法读取被拦截的内容，因此没人知道会放行什么。',
  'lane.effect.orphans':
    '释放被删除的策略遗留的拦截；其中被拦截的内容会立即放行：{{names}}。',
  'lane.view.orphaned':
    '策略在拦截期间被删除。其遗留内容已冻结：在停用该通道之前，任何更改都不会到达集群。{{names}}',
  'lane.view.short': '{{cluster}} 运行 {{runs}}/{{wanted}} 个副本。',
  'lane.view.lifted':
    '有人在控制面解除了拦截，因此更改会未经审批直接放行。请重新启用，或停用该通道。',
  'lane.view.unbooked':
    '它带有门户的备注，但门户没有相应的记录。请设防以接管，或手工取消暂停。',
  'lane.view.heldElsewhere': '由其他人暂停。',
  'lane.view.halted': '放行已中止，需要有人决定如何继续。',
  'lane.view.delivering': '被暂停的变更已获批准，正在放行。',
  'lane.view.rejected': '被暂停的变更已被拒绝，继续保持暂停。',
  'lane.view.waits': '有一项变更被暂停，正在等待批准。',
  'lane.view.quiet': '没有等待中的内容。下一次变更会被暂停。',
  'lane.view.released': '{{cluster}} 已有向其放行的内容。',
  'lane.view.held': '有一项更改未放行到 {{cluster}}。',
  'lane.view.releasing': '{{cluster}} 处于放行状态：更改会立即到达。',
  'lane.view.lost': '{{cluster}} 已失联。',
  'lane.view.unknown': '{{cluster}} 上的内容未知。',
  'cordon.done': '{{cluster}} 不再接受新的工作负载，已在那里运行的保持不变。',
  'cordon.undone': '{{cluster}} 重新接受新的工作负载；仅此不会移动任何内容。',
  'cordon.dryRun': '{{cluster}} 将不再接受新的工作负载。',
  'uncordon.dryRun': '{{cluster}} 将重新接受新的工作负载。',
  'cordon.already': '{{cluster}} 已经不接受新的工作负载。',
  'uncordon.already': '{{cluster}} 已经在接受新的工作负载。',
  'cordon.stale': '{{cluster}} 在此期间发生了变更，请重新查看。',
  'cordon.gone': '{{cluster}} 已经不存在。',
  'cordon.off': '封锁未启用：没有为写入配置凭据（{{key}}）。',
};
