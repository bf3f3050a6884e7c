const problems = {
  unreachable: '无法连接服务器。',
  timeout: '服务器没有及时应答。',
  unauthenticated: '服务器不接受该凭据。',
  forbidden: '该凭据无权读取。',
  notServed: '服务器不提供此类资源。',
  rateLimited: '服务器要求降低请求频率。',
  upstreamError: '服务器返回了错误。',
  notAnApi: '该地址上应答的不是 Kubernetes API 服务器。',
  tls: '无法与服务器建立安全连接。',
  tooLarge: '应答超出了读取上限。',
  malformed: '无法理解应答内容。',
  configuration: '该配置无法使用。',
  neverReported: '尚未上报任何内容。',
  notReady: '服务器正在启动。',
  incomplete: '未能读取全部内容。',
};

const entries = Object.entries(problems);

/** Chinese of what is said about a source. @internal */
export const sourceSentencesZh: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    entries.map(([name, text]) => [
      `source.problem.${name}`,
      `{{subject}}：${text}`,
    ]),
  ),
  ...Object.fromEntries(
    entries.map(([name, text]) => [
      `source.problemWithDetail.${name}`,
      `{{subject}}：${text}原文：{{detail}}`,
    ]),
  ),
  'source.skipped.malformed_one':
    '{{subject}}：有 {{count}} 个对象无法理解，显示为最近已知或不显示。',
  'source.skipped.malformed_other':
    '{{subject}}：有 {{count}} 个对象无法理解，显示为最近已知或不显示。',
  'source.skipped.tooLarge_one':
    '{{subject}}：有 {{count}} 个对象过大而未读取，显示为最近已知或不显示。',
  'source.skipped.tooLarge_other':
    '{{subject}}：有 {{count}} 个对象过大而未读取，显示为最近已知或不显示。',
  'source.hostCluster':
    '该服务器不提供 work.karmada.io：这看起来是宿主集群。请将配置指向 Karmada 的 API 服务器。',
  'source.facts.apiServer': 'API 服务器 {{version}}',
  'source.facts.karmadaTooOld':
    '此 Karmada 早于 1.14，而 1.14 是支持的最低版本。',
  'source.facts.missing': '不提供 {{feature}}',
  'inventory.underivable': '无法理解控制平面上报的内容；显示的是最近已知状态。',
  'inventory.underivableRun':
    '无法理解工具上报的此次运行的内容；目前对其一无所知。',
  'inventory.observationFailed':
    '完全无法观察 {{source}}；正在重试，期间显示最近已知状态。',
};
