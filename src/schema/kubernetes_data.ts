/** The fields of the built-in kinds; `kubernetes.ts` decodes it. Written by scripts/gen_schema.ts: do not edit. */

export const KINDS = `\
admissionregistration.k8s.io/v1:MutatingWebhookConfiguration=1,ValidatingWebhookConfiguration=5
admissionregistration.k8s.io/v1beta1:MutatingWebhookConfiguration=8,ValidatingWebhookConfiguration=c
apiextensions.k8s.io/v1:CustomResourceDefinition=cy apiextensions.k8s.io/v1beta1:CustomResourceDefinition=dj
apiregistration.k8s.io/v1:APIService=en apiregistration.k8s.io/v1beta1:APIService=es
apps/v1:ControllerRevision=e,DaemonSet=f,Deployment=k,ReplicaSet=p,StatefulSet=w
authentication.k8s.io/v1:TokenRequest=12,TokenReview=15 authentication.k8s.io/v1beta1:TokenReview=19
authorization.k8s.io/v1:LocalSubjectAccessReview=1d,SelfSubjectAccessReview=1i,SelfSubjectRulesReview=1k,SubjectAccessReview=1m
authorization.k8s.io/v1beta1:LocalSubjectAccessReview=1q,SelfSubjectAccessReview=1v,SelfSubjectRulesReview=1x,SubjectAccessReview=1z
autoscaling/v1:HorizontalPodAutoscaler=24,Scale=27 autoscaling/v2beta1:HorizontalPodAutoscaler=2f
autoscaling/v2beta2:HorizontalPodAutoscaler=2y batch/v1:CronJob=3e,Job=3h batch/v1beta1:CronJob=3m
certificates.k8s.io/v1:CertificateSigningRequest=3q certificates.k8s.io/v1beta1:CertificateSigningRequest=3u
coordination.k8s.io/v1:Lease=3y coordination.k8s.io/v1beta1:Lease=40 discovery.k8s.io/v1:EndpointSlice=8y
discovery.k8s.io/v1beta1:EndpointSlice=94 events.k8s.io/v1:Event=96 events.k8s.io/v1beta1:Event=98
extensions/v1beta1:Ingress=9c flowcontrol.apiserver.k8s.io/v1beta1:FlowSchema=9j,PriorityLevelConfiguration=9s
networking.k8s.io/v1:Ingress=a5,IngressClass=a7,NetworkPolicy=af networking.k8s.io/v1beta1:Ingress=ao,IngressClass=aq
node.k8s.io/v1:RuntimeClass=ay node.k8s.io/v1beta1:RuntimeClass=b1 policy/v1:PodDisruptionBudget=b3
policy/v1beta1:Eviction=b9,PodDisruptionBudget=bd,PodSecurityPolicy=bg
rbac.authorization.k8s.io/v1:ClusterRole=bo,ClusterRoleBinding=bp,Role=br,RoleBinding=bs
rbac.authorization.k8s.io/v1beta1:ClusterRole=bw,ClusterRoleBinding=bx,Role=bz,RoleBinding=c0
scheduling.k8s.io/v1:PriorityClass=c3 scheduling.k8s.io/v1beta1:PriorityClass=c4
storage.k8s.io/v1:CSIDriver=c5,CSINode=c7,StorageClass=ca,VolumeAttachment=cc
storage.k8s.io/v1beta1:CSIDriver=ci,CSINode=ck,CSIStorageCapacity=cn,StorageClass=co,VolumeAttachment=cq
v1:APIGroup=e2,APIVersions=e3,Binding=48,ComponentStatus=4i,ConfigMap=4j,Endpoints=55,Event=5b,LimitRange=5w,Namespace=64,Node=68,PersistentVolume=6n,PersistentVolumeClaim=6o,Pod=6x,PodTemplate=79,ReplicationController=7j,ResourceQuota=7o,Secret=7y,Service=85,ServiceAccount=86,Status=eh`;

export const DEFINITION_NAMES = `\
io.k8s.api.admissionregistration.v1 MutatingWebhook MutatingWebhookConfiguration RuleWithOperations ServiceReference ValidatingWebhook ValidatingWebhookConfiguration WebhookClientConfig
io.k8s.api.admissionregistration.v1beta1 MutatingWebhook MutatingWebhookConfiguration RuleWithOperations ServiceReference ValidatingWebhook ValidatingWebhookConfiguration WebhookClientConfig
io.k8s.api.apps.v1 ControllerRevision DaemonSet DaemonSetCondition DaemonSetSpec DaemonSetStatus DaemonSetUpdateStrategy Deployment DeploymentCondition DeploymentSpec DeploymentStatus DeploymentStrategy ReplicaSet ReplicaSetCondition ReplicaSetSpec ReplicaSetStatus RollingUpdateDaemonSet RollingUpdateDeployment RollingUpdateStatefulSetStrategy StatefulSet StatefulSetCondition StatefulSetSpec StatefulSetStatus StatefulSetUpdateStrategy
io.k8s.api.authentication.v1 BoundObjectReference TokenRequest TokenRequestSpec TokenRequestStatus TokenReview TokenReviewSpec TokenReviewStatus UserInfo
io.k8s.api.authentication.v1beta1 TokenReview TokenReviewSpec TokenReviewStatus UserInfo
io.k8s.api.authorization.v1 LocalSubjectAccessReview NonResourceAttributes NonResourceRule ResourceAttributes ResourceRule SelfSubjectAccessReview SelfSubjectAccessReviewSpec SelfSubjectRulesReview SelfSubjectRulesReviewSpec SubjectAccessReview SubjectAccessReviewSpec SubjectAccessReviewStatus SubjectRulesReviewStatus
io.k8s.api.authorization.v1beta1 LocalSubjectAccessReview NonResourceAttributes NonResourceRule ResourceAttributes ResourceRule SelfSubjectAccessReview SelfSubjectAccessReviewSpec SelfSubjectRulesReview SelfSubjectRulesReviewSpec SubjectAccessReview SubjectAccessReviewSpec SubjectAccessReviewStatus SubjectRulesReviewStatus
io.k8s.api.autoscaling.v1 CrossVersionObjectReference HorizontalPodAutoscaler HorizontalPodAutoscalerSpec HorizontalPodAutoscalerStatus Scale ScaleSpec ScaleStatus
io.k8s.api.autoscaling.v2beta1 ContainerResourceMetricSource ContainerResourceMetricStatus CrossVersionObjectReference ExternalMetricSource ExternalMetricStatus HorizontalPodAutoscaler HorizontalPodAutoscalerCondition HorizontalPodAutoscalerSpec HorizontalPodAutoscalerStatus MetricSpec MetricStatus ObjectMetricSource ObjectMetricStatus PodsMetricSource PodsMetricStatus ResourceMetricSource ResourceMetricStatus
io.k8s.api.autoscaling.v2beta2 ContainerResourceMetricSource ContainerResourceMetricStatus CrossVersionObjectReference ExternalMetricSource ExternalMetricStatus HPAScalingPolicy HPAScalingRules HorizontalPodAutoscaler HorizontalPodAutoscalerBehavior HorizontalPodAutoscalerCondition HorizontalPodAutoscalerSpec HorizontalPodAutoscalerStatus MetricIdentifier MetricSpec MetricStatus MetricTarget MetricValueStatus ObjectMetricSource ObjectMetricStatus PodsMetricSource PodsMetricStatus ResourceMetricSource ResourceMetricStatus
io.k8s.api.batch.v1 CronJob CronJobSpec CronJobStatus Job JobCondition JobSpec JobStatus JobTemplateSpec
io.k8s.api.batch.v1beta1 CronJob CronJobSpec CronJobStatus JobTemplateSpec
io.k8s.api.certificates.v1 CertificateSigningRequest CertificateSigningRequestCondition CertificateSigningRequestSpec CertificateSigningRequestStatus
io.k8s.api.certificates.v1beta1 CertificateSigningRequest CertificateSigningRequestCondition CertificateSigningRequestSpec CertificateSigningRequestStatus
io.k8s.api.coordination.v1 Lease LeaseSpec
io.k8s.api.coordination.v1beta1 Lease LeaseSpec
io.k8s.api.core.v1 AWSElasticBlockStoreVolumeSource Affinity AttachedVolume AzureDiskVolumeSource AzureFilePersistentVolumeSource AzureFileVolumeSource Binding CSIPersistentVolumeSource CSIVolumeSource Capabilities CephFSPersistentVolumeSource CephFSVolumeSource CinderPersistentVolumeSource CinderVolumeSource ClientIPConfig ComponentCondition ComponentStatus ConfigMap ConfigMapEnvSource ConfigMapKeySelector ConfigMapNodeConfigSource ConfigMapProjection ConfigMapVolumeSource Container ContainerImage ContainerPort ContainerState ContainerStateRunning ContainerStateTerminated ContainerStateWaiting ContainerStatus DaemonEndpoint DownwardAPIProjection DownwardAPIVolumeFile DownwardAPIVolumeSource EmptyDirVolumeSource EndpointAddress EndpointPort EndpointSubset Endpoints EnvFromSource EnvVar EnvVarSource EphemeralContainer EphemeralVolumeSource Event EventSeries EventSource ExecAction FCVolumeSource FlexPersistentVolumeSource FlexVolumeSource FlockerVolumeSource GCEPersistentDiskVolumeSource GitRepoVolumeSource GlusterfsPersistentVolumeSource GlusterfsVolumeSource HTTPGetAction HTTPHeader Handler HostAlias HostPathVolumeSource ISCSIPersistentVolumeSource ISCSIVolumeSource KeyToPath Lifecycle LimitRange LimitRangeItem LimitRangeSpec LoadBalancerIngress LoadBalancerStatus LocalObjectReference LocalVolumeSource NFSVolumeSource Namespace NamespaceCondition NamespaceSpec NamespaceStatus Node NodeAddress NodeAffinity NodeCondition NodeConfigSource NodeConfigStatus NodeDaemonEndpoints NodeSelector NodeSelectorRequirement NodeSelectorTerm NodeSpec NodeStatus NodeSystemInfo ObjectFieldSelector ObjectReference PersistentVolume PersistentVolumeClaim PersistentVolumeClaimCondition PersistentVolumeClaimSpec PersistentVolumeClaimStatus PersistentVolumeClaimTemplate PersistentVolumeClaimVolumeSource PersistentVolumeSpec PersistentVolumeStatus PhotonPersistentDiskVolumeSource Pod PodAffinity PodAffinityTerm PodAntiAffinity PodCondition PodDNSConfig PodDNSConfigOption PodIP PodReadinessGate PodSecurityContext PodSpec PodStatus PodTemplate PodTemplateSpec PortStatus PortworxVolumeSource PreferredSchedulingTerm Probe ProjectedVolumeSource QuobyteVolumeSource RBDPersistentVolumeSource RBDVolumeSource ReplicationController ReplicationControllerCondition ReplicationControllerSpec ReplicationControllerStatus ResourceFieldSelector ResourceQuota ResourceQuotaSpec ResourceQuotaStatus ResourceRequirements SELinuxOptions ScaleIOPersistentVolumeSource ScaleIOVolumeSource ScopeSelector ScopedResourceSelectorRequirement SeccompProfile Secret SecretEnvSource SecretKeySelector SecretProjection SecretReference SecretVolumeSource SecurityContext Service ServiceAccount ServiceAccountTokenProjection ServicePort ServiceSpec ServiceStatus SessionAffinityConfig StorageOSPersistentVolumeSource StorageOSVolumeSource Sysctl TCPSocketAction Taint Toleration TopologySelectorLabelRequirement TopologySelectorTerm TopologySpreadConstraint TypedLocalObjectReference Volume VolumeDevice VolumeMount VolumeNodeAffinity VolumeProjection VsphereVirtualDiskVolumeSource WeightedPodAffinityTerm WindowsSecurityContextOptions
io.k8s.api.discovery.v1 Endpoint EndpointConditions EndpointHints EndpointPort EndpointSlice ForZone
io.k8s.api.discovery.v1beta1 Endpoint EndpointConditions EndpointHints EndpointPort EndpointSlice ForZone
io.k8s.api.events.v1 Event EventSeries
io.k8s.api.events.v1beta1 Event EventSeries
io.k8s.api.extensions.v1beta1 HTTPIngressPath HTTPIngressRuleValue Ingress IngressBackend IngressRule IngressSpec IngressStatus IngressTLS
io.k8s.api.flowcontrol.v1beta1 FlowDistinguisherMethod FlowSchema FlowSchemaCondition FlowSchemaSpec FlowSchemaStatus GroupSubject LimitResponse LimitedPriorityLevelConfiguration NonResourcePolicyRule PolicyRulesWithSubjects PriorityLevelConfiguration PriorityLevelConfigurationCondition PriorityLevelConfigurationReference PriorityLevelConfigurationSpec PriorityLevelConfigurationStatus QueuingConfiguration ResourcePolicyRule ServiceAccountSubject Subject UserSubject
io.k8s.api.networking.v1 HTTPIngressPath HTTPIngressRuleValue IPBlock Ingress IngressBackend IngressClass IngressClassParametersReference IngressClassSpec IngressRule IngressServiceBackend IngressSpec IngressStatus IngressTLS NetworkPolicy NetworkPolicyEgressRule NetworkPolicyIngressRule NetworkPolicyPeer NetworkPolicyPort NetworkPolicySpec ServiceBackendPort
io.k8s.api.networking.v1beta1 HTTPIngressPath HTTPIngressRuleValue Ingress IngressBackend IngressClass IngressClassParametersReference IngressClassSpec IngressRule IngressSpec IngressStatus IngressTLS
io.k8s.api.node.v1 Overhead RuntimeClass Scheduling
io.k8s.api.node.v1beta1 Overhead RuntimeClass Scheduling
io.k8s.api.policy.v1 PodDisruptionBudget PodDisruptionBudgetSpec PodDisruptionBudgetStatus
io.k8s.api.policy.v1beta1 AllowedCSIDriver AllowedFlexVolume AllowedHostPath Eviction FSGroupStrategyOptions HostPortRange IDRange PodDisruptionBudget PodDisruptionBudgetSpec PodDisruptionBudgetStatus PodSecurityPolicy PodSecurityPolicySpec RunAsGroupStrategyOptions RunAsUserStrategyOptions RuntimeClassStrategyOptions SELinuxStrategyOptions SupplementalGroupsStrategyOptions
io.k8s.api.rbac.v1 AggregationRule ClusterRole ClusterRoleBinding PolicyRule Role RoleBinding RoleRef Subject
io.k8s.api.rbac.v1beta1 AggregationRule ClusterRole ClusterRoleBinding PolicyRule Role RoleBinding RoleRef Subject
io.k8s.api.scheduling.v1 PriorityClass
io.k8s.api.scheduling.v1beta1 PriorityClass
io.k8s.api.storage.v1 CSIDriver CSIDriverSpec CSINode CSINodeDriver CSINodeSpec StorageClass TokenRequest VolumeAttachment VolumeAttachmentSource VolumeAttachmentSpec VolumeAttachmentStatus VolumeError VolumeNodeResources
io.k8s.api.storage.v1beta1 CSIDriver CSIDriverSpec CSINode CSINodeDriver CSINodeSpec CSIStorageCapacity StorageClass TokenRequest VolumeAttachment VolumeAttachmentSource VolumeAttachmentSpec VolumeAttachmentStatus VolumeError VolumeNodeResources
io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1 CustomResourceColumnDefinition CustomResourceConversion CustomResourceDefinition CustomResourceDefinitionCondition CustomResourceDefinitionNames CustomResourceDefinitionSpec CustomResourceDefinitionStatus CustomResourceDefinitionVersion CustomResourceSubresourceScale CustomResourceSubresourceStatus CustomResourceSubresources CustomResourceValidation ExternalDocumentation JSON JSONSchemaProps JSONSchemaPropsOrArray JSONSchemaPropsOrBool JSONSchemaPropsOrStringArray ServiceReference WebhookClientConfig WebhookConversion
io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1 CustomResourceColumnDefinition CustomResourceConversion CustomResourceDefinition CustomResourceDefinitionCondition CustomResourceDefinitionNames CustomResourceDefinitionSpec CustomResourceDefinitionStatus CustomResourceDefinitionVersion CustomResourceSubresourceScale CustomResourceSubresourceStatus CustomResourceSubresources CustomResourceValidation ExternalDocumentation JSON JSONSchemaProps JSONSchemaPropsOrArray JSONSchemaPropsOrBool JSONSchemaPropsOrStringArray ServiceReference WebhookClientConfig
io.k8s.apimachinery.pkg.api.resource Quantity
io.k8s.apimachinery.pkg.apis.meta.v1 APIGroup APIVersions Condition DeleteOptions FieldsV1 GroupVersionForDiscovery LabelSelector LabelSelectorRequirement ListMeta ManagedFieldsEntry MicroTime ObjectMeta OwnerReference Preconditions ServerAddressByClientCIDR Status StatusCause StatusDetails Time
io.k8s.apimachinery.pkg.runtime RawExtension
io.k8s.apimachinery.pkg.util.intstr IntOrString
io.k8s.kube-aggregator.pkg.apis.apiregistration.v1 APIService APIServiceCondition APIServiceSpec APIServiceStatus ServiceReference
io.k8s.kube-aggregator.pkg.apis.apiregistration.v1beta1 APIService APIServiceCondition APIServiceSpec APIServiceStatus ServiceReference`;

export const FIELD_NAMES = `\
kind apiVersion metadata name status spec type reason message readOnly conditions fsType lastTransitionTime path
namespace selector port secretRef uid rules observedGeneration user value group replicas resource resources ports
description items key optional target verbs apiGroup apiGroups protocol service template caBundle count extra host
metric metricName namespaceSelector nodeName scope secretName timeoutSeconds url version audiences backend clientConfig
current driver error groups hostname image nonResourceURLs phase resourceVersion rule subjects volumeName active
addresses admissionReviewVersions appProtocol averageValue capacity container containerResource currentAverageValue
currentReplicas defaultMode endpoints evaluationError expirationSeconds external failurePolicy format ip loadBalancer
matchPolicy maxUnavailable minReadySeconds monitors nonResourceAttributes object objectSelector operator parameters pods
ranges readyReplicas resourceAttributes resourceNames roleRef sideEffects targetAverageValue username values verb
versions volumeID webhooks accessModes action additionalPrinterColumns allocatable audience availableReplicas
collisionCount command configMap controller data default desiredReplicas eventTime hosts http ingressClassName
lastObservedTime lastProbeTime lastScaleTime lastUpdateTime lun matchExpressions max maxReplicas min minReplicas
mountOptions names nodeSelector nonResourceRules options overhead partition pathType paths preemptionPolicy
preferredDuringSchedulingIgnoredDuringExecution priority ready related reportingInstance required
requiredDuringSchedulingIgnoredDuringExecution resourceRules revisionHistoryLimit rollingUpdate runAsGroup runAsUser
scaleTargetRef seLinuxOptions securityContext series serviceName source storageClassName strategy subresources suspend
targetRef time tls token tolerations topologyKeys $ref $schema acceptedNames acquireTime activeDeadlineSeconds
additionalItems additionalProperties addressType aggregationRule allOf allowPrivilegeEscalation allowVolumeExpansion
allowed allowedTopologies anyOf apiVersions args attachError attachRequired attached attacher attachmentMetadata
authenticated automountServiceAccountToken averageUtilization awsElasticBlockStore azureDisk azureFile categories cephfs
certificate chapAuthDiscovery chapAuthSession cinder clusterRoleSelectors concurrencyPolicy containerID conversion
conversionReviewVersions csi currentAverageUtilization currentHealthy currentMetrics currentValue definitions denied
dependencies deprecated deprecatedCount deprecatedFirstTimestamp deprecatedLastTimestamp deprecatedSource
deprecationWarning describedObject desiredHealthy detachError devicePath disruptedPods disruptionsAllowed downwardAPI
drivers effect enum env envFrom example exclusiveMaximum exclusiveMinimum exec expectedPods externalDocs
failedJobsHistoryLimit fc fieldPath fieldRef finalizers flexVolume flocker forZones fsGroup fsGroupPolicy
fullyLabeledReplicas gateway gcePersistentDisk globalDefault glusterfs groupPriorityMinimum handler hard hints
holderIdentity hostIP hostIPC hostNetwork hostPID hostPath httpGet id imagePullPolicy imagePullSecrets immutable
incomplete ingress initiatorName inlineVolumeSpec insecureSkipTLSVerify iqn iscsi iscsiInterface jobTemplate keyring
labelSelector labelSelectorPath lastScheduleTime lastSuccessfulTime leaseDurationSeconds leaseTransitions lifecycle
limits listKind livenessProbe maxItems maxLength maxProperties maxSurge maximum metricSelector metrics minAvailable
minItems minLength minProperties minimum mode multipleOf namespaces nfs nodeAffinity nodeID nodePublishSecretRef not
note nullable oneOf openAPIV3Schema operations pattern patternProperties periodSeconds persistentVolumeName
photonPersistentDisk plural podFixed podInfoOnMount podSelector pool portals portworxVolume preserveUnknownFields
privileged properties protectionDomain provisioner quobyte rbd readOnlyRootFilesystem readinessProbe reclaimPolicy
regarding reinvocationPolicy renewTime reportingController request requiresRepublish resourceFieldRef revision
runAsNonRoot scale scaleIO schedule scheduling schema seccompProfile secret secretFile selfLink served
serverAddressByClientCIDRs serviceAccount servicePort serving shareName shortNames signerName singular specReplicasPath
sslEnabled startTime startedAt startingDeadlineSeconds startupProbe statusReplicasPath stdin stdinOnce storage
storageCapacity storageMode storagePool storageos storedVersions subresource successfulJobsHistoryLimit
supplementalGroups system targetAverageUtilization targetPortal targetValue tcpSocket terminating
terminationGracePeriodSeconds terminationMessagePath terminationMessagePolicy title tokenRequests topologyKey tty
uniqueItems updateStrategy updatedReplicas usages versionPriority volumeAttributes volumeBindingMode volumeDevices
volumeLifecycleModes volumeMode volumeMounts volumeNamespace volumes vsphereVolume weight windowsOptions workingDir
x-kubernetes-embedded-resource x-kubernetes-int-or-string x-kubernetes-list-map-keys x-kubernetes-list-type
x-kubernetes-map-type x-kubernetes-preserve-unknown-fields JSONPath Port add address affinity
allocateLoadBalancerNodePorts allowedCSIDrivers allowedCapabilities allowedFlexVolumes allowedHostPaths
allowedProcMountTypes allowedRuntimeClassNames allowedUnsafeSysctls annotations architecture assigned
assuredConcurrencyShares backoffLimit behavior binaryData blockOwnerDeletion bootID boundObjectRef cachingMode
capabilities causes cidr claimName claimRef clientCIDR clientIP clusterIP clusterIPs clusterName clusterScope code
completedIndexes completionMode completionTime completions component conditionType config configMapKeyRef configMapRef
configSource containerName containerPort containerRuntimeVersion containerStatuses containers continue
controllerExpandSecretRef controllerPublishSecretRef creationTimestamp currentCPUUtilizationPercentage
currentNumberScheduled currentRevision daemonEndpoints dataSource datasetName datasetUUID defaultAddCapabilities
defaultAllowPrivilegeEscalation defaultBackend defaultRequest defaultRuntimeClassName deleteOptions
deletionGracePeriodSeconds deletionTimestamp deprecatedTopology desiredNumberScheduled details directory diskName
diskURI distinguisherMethod divisor dnsConfig dnsPolicy drop dryRun egress emptyDir enableServiceLinks endPort
endpointsNamespace ephemeral ephemeralContainerStatuses ephemeralContainers except exitCode expirationTimestamp
externalID externalIPs externalName externalTrafficPolicy failed failureThreshold field fieldsType fieldsV1 finishedAt
firstTimestamp forbiddenSysctls from fsGroupChangePolicy generateName generation gitRepo gmsaCredentialSpec
gmsaCredentialSpecName gracePeriodSeconds groupVersion handSize healthCheckNodePort hostAliases hostPort hostPorts
hostnames httpHeaders imageID images initContainerStatuses initContainers initialDelaySeconds internalTrafficPolicy
involvedObject ipBlock ipFamilies ipFamilyPolicy jsonPath kernelVersion kubeProxyVersion kubeletConfigKey
kubeletEndpoint kubeletVersion labels lastHeartbeatTime lastKnownGood lastState lastTimestamp level limitResponse
limited loadBalancerClass loadBalancerIP loadBalancerSourceRanges local localhostProfile machineID managedFields manager
manualSelector matchFields matchLabelExpressions matchLabels matchingPrecedence maxLimitRequestRatio maxSkew
maximumVolumeSize medium mountPath mountPropagation nameservers nodeInfo nodePort nodeSelectorTerms nodeStageSecretRef
nodeTopology nominatedNodeName notReadyAddresses number numberAvailable numberMisscheduled numberReady numberUnavailable
operatingSystem operation orphanDependents osImage ownerReferences parallelism pathPrefix paused pdID pdName
persistentVolumeClaim persistentVolumeReclaimPolicy podAffinity podAffinityTerm podAntiAffinity podCIDR podCIDRs podIP
podIPs podManagementPolicy policies policyTypes postStart preStop preconditions preference preferredVersion prefix
priorityClassName priorityLevelConfiguration procMount progressDeadlineSeconds projected propagationPolicy providerID
publishNotReadyAddresses qosClass queueLengthLimit queues queuing readinessGates registry remainingItemCount
reportingComponent repository requests requiredDropCapabilities restartCount restartPolicy retryAfterSeconds role
runAsUserName running runtimeClass runtimeClassName scaleDown scaleUp schedulerName scheme scopeName scopeSelector
scopes seLinux searches secretKeyRef secretNamespace secrets selectPolicy server serverAddress serviceAccountName
serviceAccountToken sessionAffinity sessionAffinityConfig setHostnameAsFQDN shareProcessNamespace signal sizeBytes
sizeLimit sources stabilizationWindowSeconds started state storagePolicyID storagePolicyName stringData subPath
subPathExpr subdomain subsets succeeded successThreshold sysctls systemUUID taints targetCPUUtilizationPercentage
targetContainerName targetPort targetWWNs tenant terminated timeAdded to tolerationSeconds topology
topologySpreadConstraints ttlSecondsAfterFinished unavailableReplicas unschedulable updateRevision
updatedNumberScheduled used validation valueFrom volume volumeClaimTemplate volumeClaimTemplates volumeHandle volumePath
volumesAttached volumesInUse waiting webhook webhookClientConfig whenUnsatisfiable wwids zone`;

export const DEFINITIONS = `\
1xAP 1iR6 2aP 2eP 3P 19Re8 2kRe8 9jP jAR2 2tP 1dP
1P 0P 2Red 30AR0+name
zAP 59AP 8vAP qAP 1bP
3P eP dP gP
1xAP 1iR6 2aP 2eP 3P 19Re8 2kRe8 jAR2 2tP 1dP
1P 0P 2Red 30AR4+name
13P 11R3 1eP
1xAP 1iRd 2aP 2eP 3P 19Re8 2kRe8 9jP jAR9 2tP 1dP
1P 0P 2Red 30AR7+name
zAP 59AP 8vAP qAP 1bP
3P eP dP gP
1xAP 1iRd 2aP 2eP 3P 19Re8 2kRe8 jAR9 2tP 1dP
1P 0P 2Red 30ARb+name
13P 11Ra 1eP
1P 3bRel 0P 2Red 9pP
1P 0P 2Red 5Rh 4Ri
cRek 8P 7P 4P 6P
2gP 4aP fRe8 12R7a b5Rj
37P aARg+type dbP dqP gkP glP gmP gnP kP jqP
4bRt 6P
1P 0P 2Red 5Rm 4Rn
cRek 3lRek 8P 7P 4P 6P
2gP gvP hjP oP 4aP fRe8 4lRo 12R7a
36P 37P aARl+type kP 2pP oP jnP b6P
4bRu 6P
1P 0P 2Red 5Rr 4Rs
cRek 8P 7P 4P 6P
2gP oP fRe8 12R7a
36P aARq+type 73P kP 2pP oP
8aRem 2fRem
8aRem 2fRem
3yP
1P 0P 2Red 5Ry 4Rz
cRek 8P 7P 4P 6P
h7P oP 4aP fRe8 4iP 12R7a b5R10 jwAR6o
37P aARx+type 24P dcP kP 2pP oP jpP b6P
4bRv 6P
1P 0P 3P iP
1P 0P 2Red 5R13 4R14
1gAP cdR11 28P
ebRek 4rP
1P 0P 2Red 5R16 4R17
1gAP 4rP
1gAP 5gP 1lP lR18
15MAP 1mAP iP 2vP
1P 0P 2Red 5R1a 4R1b
1gAP 4rP
1gAP 5gP 1lP lR1c
15MAP 1mAP iP 2vP
1P 0P 2Red 5R1n 4R1o
dP 2xP
1pAP xAP
nP 3P eP pP aoP 2xP 1fP
zAP 2rAP qAP xAP
1P 0P 2Red 5R1j 4R1o
2iR1e 2qR1g
1P 0P 2Red 5R1l 4R1p
eP
1P 0P 2Red 5R1n 4R1o
15MAP 1mAP 2iR1e 2qR1g iP lP
56P 63P 27P 7P
27P 7nP 3vAR1f 49AR1h
1P 0P 2Red 5R20 4R21
dP 2xP
1pAP xAP
nP 3P eP pP aoP 2xP 1fP
zAP 2rAP qAP xAP
1P 0P 2Red 5R1w 4R21
2iR1r 2qR1t
1P 0P 2Red 5R1y 4R22
eP
1P 0P 2Red 5R20 4R21
15MAP nAP 2iR1r 2qR1t iP lP
56P 63P 27P 7P
27P 7nP 3vAR1s 49AR1u
1P 0P 3P
1P 0P 2Red 5R25 4R26
3pP 3rP 4eR23 jbP
daP 24P 3dP 3kRek kP
1P 0P 2Red 5R28 4R29
oP
oP fP
21P 3P asP 2uRe1
21P 5yP 23Re1 3P
1P 0P 3P
18P 8cRe8 2uRe1 auRe1
23Re1 61Re1 18P 8cRe8
1P 0P 2Red 5R2h 4R2i
cRek 8P 7P 4P 6P
3pP 8dAR2j 3rP 4eR2c
aAR2g 60AR2k 24P 3dP 3kRek kP
22R2a 29R2d 2jR2l 2nR2n pR2p 6P
22R2b 29R2e 2jR2m 2nR2o pR2q 6P
1zRe1 18P fRe8 wR2c auRe1
1zRe1 61Re1 18P fRe8 wR2c
18P fRe8 2uRe1
23Re1 18P fRe8
3P asP 2uRe1
5yP 23Re1 3P
21P 3P wR36
21P 1jR37 3P
1P 0P 3P
17R33 wR36
1jR37 17R33
8yP 6P mP
h8AR2w ijP iwP
1P 0P 2Red 5R31 4R32
i7R2x i8R2x
cRek 8P 7P 4P 6P
c9R2z 3pP 8dAR34 3rP 4eR2t
aAR30 60AR35 24P 3dP 3kRek kP
3P fRe8
22R2r 29R2u 2jR38 2nR3a pR3c 6P
22R2s 29R2v 2jR39 2nR3b pR3d 6P
5iP 1zRe1 6P mRe1
5iP 1zRe1 mRe1
6bR2t 17R33 wR36
1jR37 6bR2t 17R33
17R33 wR36
1jR37 17R33
3P wR36
1jR37 3P
1P 0P 2Red 5R3f 4R3g
5tP 6tP 7vR3l 9tP adP apP 4nP
1vAR6m 7zRek 80Rek
1P 0P 2Red 5R3j 4R3k
3jRek cRek 8P 7P 4P 6P
4yP c8P csP cuP g0P gtP fRe8 4nP 12R7a jmP
1vP crP ctRek aAR3i+type egP abRek j6P
2Red 5R3j
1P 0P 2Red 5R3n 4R3o
5tP 6tP 7vR3p 9tP adP apP 4nP
1vAR6m 7zRek 80Rek
2Red 5R3j
1P 0P 2Red 5R3s 4R3t
cRek 3lRek 8P 7P 4P 6P
15MAP 1mAP 9mP a7P iP b7AP 2vP
5oP aAR3r
1P 0P 2Red 5R3w 4R3x
cRek 3lRek 8P 7P 4P 6P
15MAP 1mAP 9mP a7P iP b7AP 2vP
5oP aAR3v
1P 0P 2Red 5R3z
4xRec 7cP 81P 82P 9kRec
1P 0P 2Red 5R41
4xRec 7cP 81P 82P 9kRec
bP 3yP 9P 2zP
8nR6a h0R6y h2R70
6eP 3P
ceP dtP duP bP 0P 9P
9P 1cP ihP a5P
9P 1cP a5P
1P 0P 2Red wR6m
d7R82 d8R82 1kP bP 8pR82 gfR82 9P b9MP jxP
1kP bP 8pR61 9P b9MP
btAP dzAP
2hAP dP 9P 9yP hR82 lP
2hAP dP 9P 9yP hR61 lP
bP 9P hR82 2zP
bP 9P hR61 2zP
1dP
1lP 8P 4P 6P
1P aAR4h+type 0P 2Red
1P caMP 3bMP 7mP 0P 2Red
3P vP
uP 3P vP
fhP 3P eP 1rP iP
tAR5u 3P vP
25P tAR5u 3P vP
5aAP 38AP 6lAR57+name 6mAR56 1oP 7kP 83R5v 86R7e 3P rAR4r+containerPort+protocol 9gR7e qR7r 4gR84 aeR7e agP ahP ayP azP b3P bbAR8n+devicePath beAR8o+mountPath bkP
3tAP itP
d2P 7dP f0P 3P 10P
i4R4t jgR4u k1R4v
acRek
5uP eaP elRek 8P 7P isP acRek
8P 7P
5uP 1oP f4P fnR4s 3P 44P hzP ixP iyR4s
bsP
tAR4z
6wR6l 8jP dP 9oR7n
25P tAR4z
g8P iuRe1
1nP 2cP 1aP 4oR6m
1yP 3P gP 10P
1wAR52 giAR52 rAR53
1P 0P 2Red j5AR54
czR4k hfP hR7z
3P mP jtR58
cyR4l 6wR6l 9oR7n igR80
5aAP 38AP 6lAR57+name 6mAR56 1oP 7kP 83R5v 86R7e 3P rAR4r 9gR7e qR7r 4gR84 aeR7e agP ahP jcP ayP azP b3P bbAR8n+devicePath beAR8o+mountPath bkP
jvR6s
32P 1P 14P 3eRec emRek faR6m 0P foRek 8P 2Red 7P 45R6m hvP 46P 4hR5c 4jR5d 6P
14P 3iRec
cvP 16P
38AP
bP 3mP 9P jeAP k5AP
1kP bP 3wMP 9P hR82
1kP bP 3wMP 9P hR61
dfP dgP
bP 3yP gxP 9P
dsP hwP 9pP
26P e5P dP 9P
26P dP 9P
16P f3AR5o dP gRem iaP
3P mP
6qR5e 7iR5n avR8f
f2AP 2cP
dP 6P
5pP 5qP bP 7pP 7sP 7uP 3mP 96AP 9P hR82 atP
5pP 5qP bP 7pP 7sP 7uP 3mP 96AP 9P hR61 atP
uP 8jP dP
haR5p hbR5p
1P 0P 2Red 5R5y
3cMRe1 dkMRe1 3oMRe1 g5MRe1 3qMRe1 6P
84AR5x
1nP 2cP rAR7b
7oAR5z
3P
bP dP
dP 9P ikP
1P 0P 2Red 5R66 4R67
cRek 8P 7P 4P 6P
6xAP
aAR65+type 1qP
1P 0P 2Red 5R6i 4R6j
buP 6P
42AR7d 48R6f
flRek cRek 8P 7P 4P 6P
39R4m
1vR6c c6R6c 1lP fmR6c
fiR4x
geAR6h
uP 2lP 2wAP
3nAR6g g1AR6g
d0R6c ecP h3P h4AP+ hmP jaAR8g joP
1wAR69+type 34MRe1 20MRe1 aAR6b+type cxR6d ddR6e f5AR4q gcR6k 1qP jzAR44 k0AP
c5P ccP d3P ffP fgP fjP fxP goP grP j9P
1P 6vP
1P 6vP 0P 3P eP 1rP iP
1P 0P 2Red 5R6u 4R6v
1P 0P 2Red 5R6q 4R6r
3jRek cRek 8P 7P 4P 6P
31AP deR8l qR7r fRe8 4kP bdP 1uP
31AP 20MRe1 aAR6p+type 1qP
2Red 5R6q
ciP 9P
31AP 5jR42 5kR45 5lR46 20MRe1 5nR4c 5rR4e cjR6m 5xR49 6uR5f 6yR5g 6zR5i 75R5j 77R5l 7hR5r 7tR5s fvR62 3sAP 8mR63 8nR8p gzP 90R6w 97R7c 9dR7g 9eR7h 9sR7t 4kP amR8c bdP bhR8r
8P 1qP 7P
bP gwP
1P 0P 2Red 5R77 4R78
42AR8s 48AR6z
7xRe8 19Re8 8lAP b2P
42AR8s 48AR6z
3jRek cRek 8P 7P 4P 6P
gbAP 3wAR73 ifAP
3P mP
2cP
cwP
71P epP 4cP 9qP 4dP 4fR7s 9wR7x aqAP j8AR8e bjR8t
4yP bvR43 5hP d5AR4p+name dxR72 dyP e3P e8AR59+name ezAR5q+ip 7eP 7fP 7gP 1nP 7lAR61+name f7AR4p+name 1aP 3uMP 3xMRe1 41P 43P hgP hsAR75 i0P i6P i9P 4gR76 a2P imP iqP irP j4P axP 4sAR8h jlAR8k+topologyKey+whenUnsatisfiable bgAR8m+name
aAR71+type d4AR4w e7AR4w 7dP f6AR4w 8P ghP 1qP h5P h6AR74+ip hoP 7P abRek
1P 0P 2Red 12R7a
2Red 5R77
1lP gP 10P
bP 9P 2zP
hdR6h biP
6qR5e ehP 7iR5n f8P 8yP j7P avR8f axP 1dP
25P ivAR8q
nP 9P htP jfP lP juP
bP 1oP 7wP 2hAP 95P 9P hR82 lP
bP 1oP 7wP 2hAP 95P 9P hR61 lP
1P 0P 2Red 5R7l 4R7m
cRek 8P 7P 4P 6P
2gP oP fMP 12R7a
36P aAR7k+type 73P kP 2pP oP
d1P dwRe1 pP
1P 0P 2Red 5R7p 4R7q
7aMRe1 icR7v idAP
7aMRe1 jrMRe1
84MRe1 hxMRe1
fpP i2P 6P lP
bP 74P 9bP 9P hR82 aaP akP alP arP 1uP
bP 74P 9bP 9P hR61 aaP akP alP arP 1uP
3nAR7w
2lP ibP 2wAP
fwP 6P
1P 3bMP 7mP 0P 2Red j1MP 6P
3P vP
uP 3P vP
tAR5u 3P vP
3P eP
25P tAR5u vP 1cP
54P cfR4b 99P hiP 9fP 4cP 9qP 4dP 4fR7s 9wR7x bjR8t
1P 0P 2Red 5R89 4R8a
1P 5hP 7lAR61 0P 2Red iiAR6m+name
35P 28P dP
1yP 3P gdP gP 10P jdRem
bwP cmP cnAP edAP eeP efP eyP f9P fcAP fdP fsP ftP fuAP rAR88+port+protocol hnP fMP ioP ipR8b 4tAP 6P
aARe4+type 2dR60
clR4g
bP 9P hR6m 1uP bfP
bP 9P hR61 1uP bfP
3P mP
16P gRem
6jP uP jhRek mP
6jP uP 2lP jjP mP
uP 2wAP
g2AR8i
7xRe8 g6P b2P k4P
yP 0P 3P
5jR42 5kR45 5lR47 5nR4d 5rR4f 39R4o 5xR4a 6hR50 e2R51 e6R5a 6uR5f 6yR5h 6zR5i 75R5j esR5k 77R5m 7hR5r 7tR5t 3P 8mR63 gyR6t 90R6w 97R7c hkR7f 9dR7g 9eR7i 9sR7u 9xR83 amR8d bhR8r
6eP 3P
g9P gaP 3P 9P j2P j3P
47R6f
39R4n 6hR4y 9xR81 inR87
bP izP j0P jyP
h1R6z biP
etP euP i3P
1wAP aR8v dpMP 7bR8w 1nP 1aP 4oR6m k6P
44P a4P awP
70AR8z
1yP 3P gP 10P
51P 1P 26AR8u 0P 2Red rAR8x
3P
1wAP aR91 7bR92 1nP 1aP 4oR6m jkMP
44P a4P awP
70AR95
1yP 3P gP 10P
51P 1P 26AR90 0P 2Red rAR93
3P
32P 1P 66P 67Rek 68Rek 69R5d 3eRec 0P 2Red 8rP 7P 9iR6m 45R6m 9lP 46P 4hR97 6P
14P 3iRec
32P 1P 66P 67Rek 68Rek 69R5d 3eRec 0P 2Red 8rP 7P 9iR6m 45R6m 9lP 46P 4hR99 6P
14P 3iRec
1hR9d dP 3zP
40AR9a
1P 0P 2Red 5R9f 4R9g
pR8l 4iP a3Rem
16P 3gR9b
1hR9d 3hP jAR9e 4qAR9h
2dR60
3fAP 1cP
6P
1P 0P 2Red 5R9l 4R9m
cRek 8P 7P 4P 6P
dvR9i g4P hhR9u jAR9r
aAR9k
3P
hrR9x 6P
c7P fqR9o
1pAP xAP
3vAR9q 49AR9y 1tARa0
1P 0P 2Red 5R9v 4R9w
cRek 8P 7P 4P 6P
3P
frR9p 6P
aAR9t
exP hpP hqP
zAP cpP 8lAP qAP xAP
3P eP
nR9n 0P a2R9z lRa1
3P
1hRa6 dP 3zP
40ARa2
chP e9AP
1P 0P 2Red 5Rac 4Rad
pR8l 11Rab
1P 0P 2Red 5Ra9
yP 0P 3P eP 1bP
3aP 2mRa8
16P 3gRa3
3P gRal
djRa6 3hP jARaa 4qARae
2dR60
3fAP 1cP
1P 0P 2Red 5Rak
rARaj jiARai
eoARai rARaj
fbRa4 19Re8 94Re8
e4P gRem 10P
e1ARag 7oARah 94Re8 h9AP
3P gjP
1hRap dP 3zP
40ARam
1P 0P 2Red 5Rau 4Rav
pR8l 4iP a3Rem
1P 0P 2Red 5Ras
yP 0P 3P eP 1bP
3aP 2mRar
16P 3gRan
1hRap 3hP jARat 4qARaw
2dR60
3fAP 1cP
92MRe1
1P 79P 0P 2Red 3xRax 9uRaz
3uMP 4sAR8h
92MRe1
1P 79P 0P 2Red 3xRb0 9uRb2
3uMP 4sAR8h
1P 0P 2Red 5Rb4 4Rb5
2fRem 8eRem fRe8
aARe4+type 5zP 6cP 6fMRek 6gP 6rP kP
3P
1kP
guP 9P
1P dmRe5 0P 2Red
2oARbc 1sP
3oP 3qP
3oP 3qP
1P 0P 2Red 5Rbe 4Rbf
2fRem 8eRem fRe8
aARe4+type 5zP 6cP 6fMRek 6gP 6rP kP
1P 0P 2Red 5Rbh
54P bxARb6 byAP bzARb7 c0ARb8 c1AP c3AP dhAP diP enAP 71Rba 7eP 7fP 7gP f1ARbb 99P 9fP hyAP 4cRbi 4dRbj i5Rbk ieRbl aqRbm bgAP
2oARbc 1sP
2oARbc 1sP
c2AP dlP
1sP 4fR7s
2oARbc 1sP
5sARe8
52Rbn 1P 0P 2Red jARbq
1P 0P 2Red 2sRbt 1tARbu
zAP 1pAP 2rAP qAP xAP
1P 0P 2Red jARbq
1P 0P 2Red 2sRbt 1tARbu
yP 0P 3P
yP 0P 3P eP
5sARe8
52Rbv 1P 0P 2Red jARby
1P 0P 2Red 2sRc1 1tARc2
zAP 1pAP 2rAP qAP xAP
1P 0P 2Red jARby
1P 0P 2Red 2sRc1 1tARc2
yP 0P 3P
yP 0P 3P eP
1P sP 76P 0P 2Red 41P mP
1P sP 76P 0P 2Red 41P mP
1P 0P 2Red 5Rc6
5cP 72P 93P 9nP ajP b1ARcb bcAP
1P 0P 2Red 5Rc9
34Rch 3P 8oP 4tAP
6iARc8+name
55P 57AR8j 1P 0P 2Red 3sAP 2mMP 9cP 9hP baP
35P 28P
1P 0P 2Red 5Rce 4Rcf
7qR6u 8zP
5eP 1aP 4jRcd
5bRcg 5dP 5fMP 6dRcg
8P 4pRek
14P
1P 0P 2Red 5Rcj
5cP 72P 93P 9nP ajP b1ARcp bcAP
1P 0P 2Red 5Rcm
34Rcv 3P 8oP 4tAP
6iARcl+name
1P 20Re1 0P g7Re1 2Red ggRe8 4kP
55P 57AR8j 1P 0P 2Red 3sAP 2mMP 9cP 9hP baP
35P 28P
1P 0P 2Red 5Rcs 4Rct
7qR6u 8zP
5eP 1aP 4jRcr
5bRcu 5dP 5fMP 6dRcu
8P 4pRek
14P
sP 2bP feP 3P 43P 6P
4lP k2Rdg
1P 0P 2Red 5Rd1 4Rd2
cRek 8P 7P 4P 6P
5mAP 0P 85P 91P a6AP a8P
5vRcx nP 3tRd0 98P 1bP 2yARd3
4wRd0 aARcz anAP
33ARcw 65P 6aP 3P 9vRd7 a0P aiP 4mRd6
7yP a9P afP

9rRd4 4Rd5
8uRda
sP 1eP

4uP 4vP 4zRdc 50Rdc 53ARda 58ARda 3cRd9 62MRda 64MRdd sP 6kARd9 6nRd9 6oP 6pP 6sRd8 2bP 7jP tRdb 87P 88P 89P 8bP 8fP 8gP 8hP 8iP 8kP 8qRda 8sP 8tARda 8wP 8xMRda 9aMRda 47AP b0P 6P b4P blP bmP bnAP boP bpP bqP



3P eP dP gP
13P 11Rde 1eP
1iRdf 5wAP
brP sP 2bP 3P 43P 6P
5wAP 4lP k3Re0
1P 0P 2Red 5Rdm 4Rdn
cRek 8P 7P 4P 6P
5mAP 0P 85P 91P a6AP a8P
33ARdh 5vRdi nP 3tRdl 98P 1bP 4mRdr jsRds 1fP 2yARdo
4wRdl aARdk anAP
33ARdh 65P 6aP 3P 9vRds a0P aiP 4mRdr
7yP a9P afP

9rRdp 4Rdq
8uRdv
sP 1eP

4uP 4vP 4zRdx 50Rdx 53ARdv 58ARdv 3cRdu 62MRdv 64MRdy sP 6kARdu 6nRdu 6oP 6pP 6sRdt 2bP 7jP tRdw 87P 88P 89P 8bP 8fP 8gP 8hP 8iP 8kP 8qRdv 8sP 8tARdv 8wP 8xMRdv 9aMRdv 47AP b0P 6P b4P blP bmP bnAP boP bpP bqP



3P eP dP gP
13P 11Rdz 1eP

1P 0P 3P heRe7 a1AReg 2yARe7
1P 0P a1AReg 2yAP
cRek 8P kP 7P 4P 6P
1P e0AP evP 0P gqP hcRef hlP

ewP 1fP
3nARe9 g3MP
uP 2lP 2wAP
d6P huP 1rP 9zP
1P ejP ekRe6 fzP gpP 4pRek

c4MP coP d9Rek dnP doRek 6xAP+ eqP erP fkMP fyAReb 3P eP gsARee+uid 1rP 9zP iP
1P cbP 3aP 0P 3P iP
1rP iP
ckP ilP
1P cqP drRej 0P 8P 2Rea 7P 4P
eiP 8P 7P
cgARei nP 0P 3P i1P iP



1P 0P 2Red 5Rep 4Req
cRek 8P 7P 4P 6P
13P nP 78P 7rP 11Rer 1fP b8P
aAReo+type
3P eP gP
1P 0P 2Red 5Reu 4Rev
cRek 8P 7P 4P 6P
13P nP 78P 7rP 11Rew 1fP b8P
aARet+type
3P eP gP`;
