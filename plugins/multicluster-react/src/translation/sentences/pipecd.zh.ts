/** Chinese of what is said about PipeCD as a source and as a tool that is acted on. @internal */
export const pipecdSentencesZh: Readonly<Record<string, string>> = {
  'pipecd.facts.byWeb': '通过 Web 服务会话读取项目 {{project}}。',
  'pipecd.facts.byApiKey': '通过 API 密钥读取项目 {{project}}。',
  'pipecd.gap.notServed': '此控制平面不支持 {{call}}，版本可能早于 0.57。',
  'pipecd.gap.pipedStatus':
    '只有 Web 会话才能得知 piped 是否在线；使用 API 密钥时为未知。',
  'pipecd.gap.manyRuns':
    '最近 30 天的部署超出读取上限，仅读取最新的 20,000 个。',
  'pipecd.gap.foreign':
    '该凭据属于项目 {{project}}，与所配置的项目不同；其部署未被纳入。',
  'pipecd.problem.drops':
    '{{subject}}：控制平面每次收到此请求都会断开连接。十分钟后再次询问。',
  'pipecd.problem.notPipecd':
    '{{subject}}：该地址上应答的服务不使用 PipeCD 协议。',
  'pipecd.needsWeb':
    '需要 Web 服务会话；此项目仅通过 API 密钥读取（{{key}}）。',
  'pipecd.needsHook': '尚未配置 Webhook 的密钥（{{key}}）。',
  'pipecd.needsImpersonation':
    '只有安装了相应的包，才能以本人名义在 PipeCD 中做出决定；否则请在 PipeCD 中决定。',
  'pipecd.sharedReads':
    '此项目的共享登录只读取，从不做决定；请在 PipeCD 中决定。',
  'pipecd.noReject':
    'PipeCD 没有驳回操作。取消部署会将其终止，若已配置则会回滚。',
  'pipecd.noRetry': 'PipeCD 不会重做部署。同步应用会产生新的部署。',
  'pipecd.act.unsupported': 'PipeCD 不提供此操作。',
  'pipecd.act.requested': 'PipeCD 已接受请求；piped 读取之后才会生效。',
  'pipecd.act.already': '已经是这样。',
  'pipecd.act.approvedAlready': '{{user}} 已批准过此关卡；再次批准不会计入。',
  'pipecd.act.notApprover': '{{user}} 不在此关卡的批准人之列。',
  'pipecd.act.role': 'PipeCD 不允许 {{user}} 这样做：角色的权限不足。',
  'pipecd.act.keyRole':
    'PipeCD 不允许门户的 API 密钥这样做：其角色的权限不足。',
  'pipecd.act.otherProject': '这属于 PipeCD 的另一个项目。',
  'pipecd.act.decided': '此关卡已有决定。',
  'pipecd.act.closed': '此处不再等待决定：{{reason}}。',
  'pipecd.act.runOver': '部署已结束',
  'pipecd.act.runNotRunning': '部署未在运行',
  'pipecd.act.stageNotRunning': '该阶段未在运行',
  'pipecd.act.stale': '在您查看之后，此关卡已重新打开；请再次查看后再做决定。',
  'pipecd.act.notFound': 'PipeCD 中已不存在此对象。',
  'pipecd.act.notSkippable': '在 PipeCD 中只能跳过名为 ANALYSIS 的阶段。',
  'pipecd.act.over': '部署已结束，无法再做任何操作。',
  'pipecd.act.disabled': '该应用在 PipeCD 中已停用，同步不会有任何效果。',
  'pipecd.act.deleted': '该应用在 PipeCD 中已删除，同步不会有任何效果。',
  'pipecd.act.signIn': 'PipeCD 不接受门户的凭据。',
  'pipecd.act.unavailable': '无法连接 PipeCD，未发出任何请求。',
  'pipecd.act.ambiguous':
    '在 PipeCD 应答之前连接中断，请求可能已被接受；重试之前请先查看该部署。',
  'pipecd.act.invalid': 'PipeCD 未接受该请求：{{detail}}',
  'pipecd.act.nameUnfit': '您被映射到的名称不能用于 PipeCD。',
};
